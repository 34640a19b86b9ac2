import type { Client } from '@godwit/postgres';
import pg from 'pg';
import { advanceSequences } from './advance-sequences.ts';
import { countChanged } from './count-changed.ts';
import { countDependents } from './count-dependents.ts';
import { deleteSeeded } from './delete-seeded.ts';
import { SeedRowsInUse, SeedRowsRejected } from './errors.ts';
import { insertMissing } from './insert-missing.ts';
import { orderTables } from './order-tables.ts';
import { readForeignKeys, readSeedTables } from './read-seed-tables.ts';
import type { SeededTable, SeedMode } from './report.ts';
import type { ForeignKey, SeedRows, SeedTable } from './seed-table.ts';
import { type StagedTable, stage } from './staging.ts';

export interface SeedSystemOptions {
  readonly client: Client;
  readonly mode: SeedMode;
  readonly seeds: readonly SeedRows[];
  /** With `clear`: also rows that were changed since, and rows that are no seed rows but refer to one. */
  readonly acceptDataLoss: boolean;
}

/** Loads, checks or clears the seed rows of one system in one transaction. What it throws is listed at `seedDatabase`. */
export async function seedSystem({ client, mode, seeds, acceptDataLoss }: SeedSystemOptions): Promise<readonly SeededTable[]> {
  await client.query('begin');
  try {
    const tables = await readSeedTables(client, seeds);
    const foreignKeys = await readForeignKeys(client, tables);
    const staged: StagedTable[] = [];
    for (const table of orderTables(tables, foreignKeys)) staged.push(await explained(table, () => stage(client, table)));
    const report = await { load, check, clear }[mode]({ client, staged, foreignKeys, acceptDataLoss });
    await client.query(mode === 'check' ? 'rollback' : 'commit');
    return report;
  } catch (error) {
    // On a broken connection there is nothing to roll back, and its error is the one to show.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

interface Work {
  readonly client: Client;
  readonly staged: readonly StagedTable[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly acceptDataLoss: boolean;
}

async function load({ client, staged }: Work): Promise<readonly SeededTable[]> {
  const report: SeededTable[] = [];
  for (const table of staged) {
    const inserted = await explained(table, () => insertMissing(client, table));
    await advanceSequences(client, table);
    report.push({ ...outcome(table), ...(await countChanged(client, table)), inserted });
  }
  return report;
}

async function check({ client, staged }: Work): Promise<readonly SeededTable[]> {
  const report: SeededTable[] = [];
  for (const table of staged) report.push({ ...outcome(table), ...(await countChanged(client, table)) });
  return report;
}

async function clear({ client, staged, foreignKeys, acceptDataLoss }: Work): Promise<readonly SeededTable[]> {
  const before = await check({ client, staged, foreignKeys, acceptDataLoss });
  if (!acceptDataLoss) await refuseLoss(client, before, staged, foreignKeys);
  const deleted = new Map<string, number>();
  for (const table of staged.toReversed()) deleted.set(table.table, await deleteSeeded(client, table));
  return before.map((table) => ({ ...table, deleted: deleted.get(table.table) ?? 0 }));
}

async function refuseLoss(
  client: Client,
  before: readonly SeededTable[],
  staged: readonly StagedTable[],
  foreignKeys: readonly ForeignKey[],
): Promise<void> {
  const facts = before
    .filter(({ different }) => different > 0)
    .map(({ table, different }) => `${table}: ${rows(different)} changed since loading`);
  for (const foreignKey of foreignKeys) {
    const count = await countDependents(client, foreignKey, staged);
    if (count > 0) facts.push(`${foreignKey.fromTable}: ${rows(count)} of yours referring to ${foreignKey.toTable} (${foreignKey.name})`);
  }
  if (facts.length > 0) throw new SeedRowsInUse(facts);
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}

function outcome({ table, rows: seedRows }: SeedTable): SeededTable {
  return { table, rows: seedRows.length, inserted: 0, deleted: 0, missing: 0, different: 0 };
}

/** Names the table in an error of the server. */
async function explained<T>(table: SeedTable, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof pg.DatabaseError ? new SeedRowsRejected(table.table, error) : error;
  }
}
