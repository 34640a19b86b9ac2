import { type Client, readSql, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import { rest } from '../worker/rest.ts';
import type { CommitTime } from './others.ts';

const EVERY_MS = 100;

const NOT_PERMITTED = '42501';

const row = v.object({ beside: v.boolean(), others: v.boolean() });

interface Options {
  /** Of the sessions of the run's workers. */
  readonly pids: readonly number[];
  readonly signal: AbortSignal;
  /** For so long. */
  readonly ms: number;
}

/** @returns null where this role may not make such commits: then nobody knows how others fare */
export async function timeCommits(client: Client, options: Options): Promise<readonly CommitTime[] | null> {
  try {
    return await commits(client, options);
  } catch (error) {
    if (sqlStateOf(error) === NOT_PERMITTED) return null;
    throw error;
  }
}

/** Makes small commits for a while, as an application does, and takes their time. */
async function commits(client: Client, { pids, signal, ms }: Options): Promise<readonly CommitTime[]> {
  const times: CommitTime[] = [];
  const until = performance.now() + ms;
  while (performance.now() < until && !signal.aborted) {
    const before = await atWork(client, pids);
    const at = performance.now();
    await client.query(readSql(import.meta.url, './sql/small-commit.sql'));
    const took = performance.now() - at;
    const after = await atWork(client, pids);
    // One during which a batch began or ended says nothing of either.
    if (before.beside === after.beside) times.push({ at, ms: took, ...before });
    await rest(Math.min(EVERY_MS, until - performance.now()), signal);
  }
  return times;
}

async function atWork(client: Client, pids: readonly number[]): Promise<v.InferOutput<typeof row>> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/at-work.sql'), [pids]);
  return v.parse(row, rows[0]);
}
