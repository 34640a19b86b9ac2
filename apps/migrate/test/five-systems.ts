import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Catalog, compareCatalogs, describeDifference, extractCatalog } from '@godwit/catalog';
import { assertSound, type History, parseTarget, readHistory, resolveTarget } from '@godwit/history';
import { currentPosition, execute, plan, readLedger } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import type { TestDatabase } from '@godwit/postgres/testing';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
export const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

const ENTRY = fileURLToPath(new URL('../src/migrate.ts', import.meta.url));

export async function readOurHistory(): Promise<History> {
  const history = await readHistory(MIGRATIONS);
  assertSound(history);
  return history;
}

/** Takes a database to a target in this process, as `pnpm migrate upgrade|downgrade` would. */
export async function migrate(database: TestDatabase, history: History, direction: 'up' | 'down', target: string): Promise<void> {
  const ledger = await readLedger(database.client);
  const { nearest } = currentPosition(history, ledger);
  await execute({
    plan: plan({ history, ledger, direction, target: resolveTarget(history, parseTarget(target), nearest) }),
    client: database.client,
    connect: () => database.connect(),
    settings: { placeholders: {}, pgSettings: {}, actor: { osUser: 'test', host: 'test', godwitVersion: null } },
  });
}

/** What a person would call the differences between two catalogs; empty when they are equal. */
export function differences(before: Catalog, after: Catalog): string[] {
  return compareCatalogs(before, after).flatMap(describeDifference);
}

export async function catalogOf(client: Client): Promise<Catalog> {
  return extractCatalog(client);
}

/** The ledger without what differs from run to run: dates, durations, who. */
export async function ledgerOf(client: Client): Promise<unknown> {
  const { rows: shared } = await client.query('select hash, previous_hash, filename from graphile_migrate.migrations order by filename');
  const { rows: own } = await client.query(
    'select hash, number, name, ledger_name, message, revert_kind, revert_hash, revert_body, revert_transactional from godwit.revision order by number',
  );
  return { shared, own };
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  /** Stdout and stderr. */
  readonly output: string;
}

export interface MigrateProcess {
  readonly kill: () => void;
  readonly finished: Promise<Finished>;
}

/** Starts `pnpm migrate …` as a process of its own; `onOutput` sees all that it has printed so far. */
export function startMigrate(url: string, argv: readonly string[], onOutput: (output: string) => void = () => undefined): MigrateProcess {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, [ENTRY, ...argv], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NODE_COMPILE_CACHE, NO_COLOR: '1', DATABASE_URL: url },
  });
  let output = '';
  let stdout = '';
  child.stdout.on('data', (chunk: string) => {
    stdout += chunk;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      onOutput(output);
    });
  }
  const finished = once(child, 'close').then(([code]): Finished => ({ code: typeof code === 'number' ? code : null, stdout, output }));
  return { kill: () => void child.kill('SIGKILL'), finished };
}
