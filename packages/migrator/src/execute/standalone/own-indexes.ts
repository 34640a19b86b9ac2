import { quoteIdentifier, quoteQualified, readServerError, readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import { type IndexState, indexesFor, indexRow, regclass } from './index-state.ts';
import type { StandaloneWork } from './standalone-work.ts';

type CreateIndex = Extract<StandaloneWork, { kind: 'create index' }>;

const definedRows = v.array(v.object({ ...indexRow.entries, definition: v.string() }));

type DefinedIndex = v.InferOutput<typeof definedRows>[number];

/** Longer names are cut by the server somewhere in the middle. Bytes. */
const LONGEST_NAME = 63;

/**
 * The indexes that a CREATE INDEX has made: new since it began, and under its name. Others may make indexes on the same table, before it
 * has the table's lock and after it has lost it. When it leaves the name to the server, those count that are in everything what it
 * would make, with a name as the server chooses it.
 *
 * @returns null when nobody can tell: there are new ones, and a copy of the table to compare with was not to be had
 */
export async function ownIndexes(client: Client, work: CreateIndex, before: readonly IndexState[]): Promise<readonly IndexState[] | null> {
  const known = new Set(before.map(({ oid }) => oid));
  const fresh = (await indexesFor(client, work)).filter(({ oid }) => !known.has(oid));
  if (work.index !== null) return fresh.filter(({ name }) => name === work.index);
  if (fresh.length === 0) return fresh;
  const wanted = await tryOnCopy(client, work);
  if (wanted === null) return null;
  const now = await definitionsOf(client, regclass(work.table));
  return now.filter(({ oid, name, definition }) => !known.has(oid) && definition === wanted.definition && isChosen(name, wanted.name));
}

/** Makes the index on a temporary, empty table of the same name and columns, asks the server what it has become, and rolls back. */
async function tryOnCopy(client: Client, { table, unnamed }: CreateIndex): Promise<DefinedIndex | null> {
  if (unnamed === null) return null;
  const copy = quoteQualified('pg_temp', table.name);
  await client.query('begin');
  try {
    await client.query(`create temporary table ${quoteIdentifier(table.name)} (like ${regclass(table)})`);
    await client.query(`${unnamed.before}${copy}${unnamed.after}`);
    return (await definitionsOf(client, copy))[0] ?? null;
  } catch (error) {
    if (readServerError(error) === null) throw error;
    return null;
  } finally {
    await client.query('rollback');
  }
}

async function definitionsOf(client: Client, table: string): Promise<readonly DefinedIndex[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/index-definitions.sql'), [table]);
  return v.parse(definedRows, rows);
}

/** `log_n_idx`, and `log_n_idx1` where that is taken. */
function isChosen(name: string, first: string): boolean {
  const plain = name.replace(/\d+$/, '');
  return plain === first || (Buffer.byteLength(name) === LONGEST_NAME && plain.endsWith('_idx'));
}
