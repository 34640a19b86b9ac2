import { fileURLToPath } from 'node:url';
import { assertSound, headOf, parseTarget, readHistory, resolveTarget } from '@godwit/history';
import { seeds } from '@godwit/migrations/seeds';
import { execute, plan, readLedger } from '@godwit/migrator';
import { type Client, quoteIdentifier, quoteQualified } from '@godwit/postgres';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { type Check, checksAt, readChecks } from '@godwit/verify';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** A database at the head of our history with all seed rows, and the checks that hold there. */
export interface HeadDatabase {
  readonly database: TestDatabase;
  readonly checks: readonly Check[];
}

/** Runs with such a database of its own. */
export async function withHead(use: (head: HeadDatabase) => Promise<void>): Promise<void> {
  const history = await readHistory(MIGRATIONS);
  assertSound(history);
  const { checks, problems } = await readChecks(history);
  if (problems[0] !== undefined) throw problems[0];
  const revision = headOf(history);
  if (revision === null) throw new Error('a history without revisions');
  await withDatabase(async (database) => {
    const { client, connect } = database;
    await execute({
      plan: plan({
        history,
        ledger: await readLedger(client),
        direction: 'up',
        target: resolveTarget(history, parseTarget('head'), { kind: 'base' }),
      }),
      client,
      connect,
      settings: { placeholders: {}, pgSettings: {}, actor: { osUser: null, host: null, godwitVersion: null } },
    });
    for (const [table, rows] of Object.values(seeds).flatMap((system) => Object.entries(system))) await insertRows(client, table, rows);
    await client.query('analyze');
    await use({ database, checks: checksAt(checks, history, { kind: 'revision', revision }) });
  });
}

async function insertRows(client: Client, name: string, rows: readonly object[]): Promise<void> {
  const [schema = '', relation = ''] = name.split('.');
  const table = quoteQualified(schema, relation);
  const columns = Object.keys(rows[0] ?? {})
    .map(quoteIdentifier)
    .join(', ');
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}
