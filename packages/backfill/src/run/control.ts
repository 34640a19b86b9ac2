import { type Client, readServerError, readSql } from '@godwit/postgres';
import { NoRun, RunOver } from '../errors/run-errors.ts';
import { latestRun } from './open-run.ts';

const NO_DATA_FOUND = 'P0002';
const NOT_IN_STATE = '55000';

/** No batch is begun any more; those under way end. @throws NoRun, RunOver */
export async function pauseBackfill(client: Client, name: string, reason: string): Promise<void> {
  await call(client, name, './sql/call-pause.sql', [name, reason]);
}

/** Workers go on. @throws NoRun, RunOver */
export async function resumeBackfill(client: Client, name: string): Promise<void> {
  await call(client, name, './sql/call-resume.sql', [name]);
}

/** Ends a run for good; what it has done stays. @throws NoRun, RunOver */
export async function cancelBackfill(client: Client, name: string, reason: string): Promise<void> {
  await call(client, name, './sql/call-cancel.sql', [name, reason]);
}

/** Changes a setting of the last run, from its next batch on; null takes it back. @throws NoRun */
export async function setBackfill(client: Client, name: string, setting: string, value: number | null): Promise<void> {
  await call(client, name, './sql/call-set.sql', [name, setting, JSON.stringify(value)]);
}

async function call(client: Client, name: string, file: string, values: readonly unknown[]): Promise<void> {
  try {
    await client.query(readSql(import.meta.url, file), [...values]);
  } catch (error) {
    const state = readServerError(error)?.sqlState;
    if (state === NO_DATA_FOUND) throw new NoRun(name);
    if (state === NOT_IN_STATE) throw new RunOver(name, (await latestRun(client, name))?.state ?? 'done');
    throw error;
  }
}
