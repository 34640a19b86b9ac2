import { quoteQualified, readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import { type IndexState, indexesFor, isBeingBuilt, regclass } from './index-state.ts';
import { ownIndexes } from './own-indexes.ts';
import type { StandaloneWork } from './standalone-work.ts';

type CreateIndex = Extract<StandaloneWork, { kind: 'create index' }>;

/** What became of a statement that did not say how it ended. */
export interface CleanUp {
  /** `done`: it had its effect. `repeat`: nothing of it is left, run it again. `unknown`: a person must look. */
  readonly outcome: 'done' | 'repeat' | 'unknown';
  /** What was done for that, as SQL. */
  readonly actions: readonly string[];
}

/**
 * Removes what a statement outside a transaction left behind, or completes it.
 *
 * @param before the indexes as they were when it began, see `indexesFor`: what is new since is its own
 */
export async function cleanUp(client: Client, work: StandaloneWork, before: readonly IndexState[]): Promise<CleanUp> {
  switch (work.kind) {
    case 'create index':
      return await finishIndex(client, work, before);
    case 'reindex':
      return { outcome: 'repeat', actions: await dropAll(client, await freshIndexes(client, work, before)) };
    case 'drop index':
      return { outcome: (await exists(client, regclass(work.index))) ? 'repeat' : 'done', actions: [] };
    case 'detach partition':
      return await finishDetaching(client, regclass(work.table), regclass(work.partition));
    case 'repeatable':
      return { outcome: 'repeat', actions: [] };
    case 'other':
      return { outcome: 'unknown', actions: [] };
  }
}

/**
 * Drops an INVALID index under the name that is to be created, left by a run that kept no journal (graphile-migrate, psql): CREATE INDEX
 * would fail for it, or, with IF NOT EXISTS, pass it over and leave it.
 */
export async function dropObstacle(client: Client, work: StandaloneWork, before: readonly IndexState[]): Promise<readonly string[]> {
  if (work.kind !== 'create index' || work.index === null) return [];
  const obstacle = before.find(({ name, valid }) => name === work.index && !valid);
  return obstacle === undefined || (await isBeingBuilt(client, obstacle)) ? [] : await dropAll(client, [obstacle]);
}

async function finishIndex(client: Client, work: CreateIndex, before: readonly IndexState[]): Promise<CleanUp> {
  const own = await ownIndexes(client, work, before);
  const [index, second] = own ?? [];
  // Two of the same kind, or one that somebody builds now: what is another's must not be dropped, nor taken for ours.
  if (own === null || second !== undefined) return { outcome: 'unknown', actions: [] };
  if (index === undefined) return { outcome: 'repeat', actions: [] };
  if (index.valid) return { outcome: 'done', actions: [] };
  if (await isBeingBuilt(client, index)) return { outcome: 'unknown', actions: [] };
  return { outcome: 'repeat', actions: await dropAll(client, [index]) };
}

async function freshIndexes(client: Client, work: StandaloneWork, before: readonly IndexState[]): Promise<readonly IndexState[]> {
  const known = new Set(before.map(({ oid }) => oid));
  return (await indexesFor(client, work)).filter(({ oid }) => !known.has(oid));
}

async function dropAll(client: Client, indexes: readonly IndexState[]): Promise<readonly string[]> {
  const actions: string[] = [];
  for (const { schema, name } of indexes) {
    const sql = `drop index concurrently if exists ${quoteQualified(schema, name)}`;
    await client.query(sql);
    actions.push(sql);
  }
  return actions;
}

const existsRow = v.object({ exists: v.boolean() });

async function exists(client: Client, relation: string): Promise<boolean> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/relation-exists.sql'), [relation]);
  return v.parse(existsRow, rows[0]).exists;
}

const partitionRow = v.object({ pending: v.boolean() });

async function finishDetaching(client: Client, table: string, partition: string): Promise<CleanUp> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/partition-state.sql'), [table, partition]);
  if (rows[0] === undefined) return { outcome: 'done', actions: [] };
  if (!v.parse(partitionRow, rows[0]).pending) return { outcome: 'repeat', actions: [] };
  const sql = `alter table ${table} detach partition ${partition} finalize`;
  await client.query(sql);
  return { outcome: 'done', actions: [sql] };
}
