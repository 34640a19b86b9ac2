import type { Placeholders } from '@godwit/history';
import { explain, formatName, LOCK_MODES, type LockMode, type Step } from '@godwit/migrator';
import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

/** What a step did to the relations that were there before it. */
export interface ObservedStep {
  /** The strongest lock on each, by name. */
  readonly locks: readonly ObservedLock[];
  /** Tables that were written anew, row by row. */
  readonly rewrites: readonly string[];
  /** False for a step outside a transaction, whose locks come and go: they are then those that PostgreSQL's documentation says. */
  readonly observed: boolean;
}

export interface ObservedLock {
  /** `shelf.books`. */
  readonly object: string;
  readonly mode: LockMode;
}

const relation = v.object({ oid: v.number(), name: v.string(), kind: v.string(), filenode: v.nullable(v.number()) });

/** The relations of a database at one moment. */
export type Relations = readonly Readonly<v.InferOutput<typeof relation>>[];

const held = v.object({ oid: v.number(), mode: v.picklist(LOCK_MODES) });

/** Tables and materialized views: an index is built anew with the table that it belongs to. */
const WRITTEN = ['r', 'm'];

export async function readRelations(client: Client): Promise<Relations> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/relations.sql'));
  return v.parse(v.array(relation), rows);
}

export interface ObserveOptions {
  readonly step: Step;
  /** The relations as they were when it began. */
  readonly before: Relations;
  /** As they are. */
  readonly now: Relations;
  readonly placeholders: Placeholders;
}

/** Looks what a step has done, in its transaction and before anything else asks there. */
export async function observeStep(client: Client, { step, before, now, placeholders }: ObserveOptions): Promise<ObservedStep> {
  const files = new Map(now.map(({ oid, filenode }) => [oid, filenode]));
  const rewrites = before
    .filter(({ oid, kind, filenode }) => WRITTEN.includes(kind) && files.has(oid) && files.get(oid) !== filenode)
    .map(({ name }) => name);
  if (!step.transactional) return { locks: await documentedLocks(step, placeholders), rewrites, observed: false };
  return { locks: await heldLocks(client, before), rewrites, observed: true };
}

async function heldLocks(client: Client, before: Relations): Promise<readonly ObservedLock[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/held-locks.sql'));
  const locks = v.parse(v.array(held), rows);
  return before.flatMap(({ oid, name }) => {
    const mode = LOCK_MODES.findLast((known) => locks.some((lock) => lock.oid === oid && lock.mode === known));
    return mode === undefined ? [] : [{ object: name, mode }];
  });
}

async function documentedLocks(step: Step, placeholders: Placeholders): Promise<readonly ObservedLock[]> {
  const [explained] = await explain({ steps: [step] }, { placeholders });
  const locks = (explained?.locks ?? []).map(({ object, mode }) => ({ object: formatName(object), mode }));
  return locks.toSorted((a, b) => (a.object < b.object ? -1 : 1));
}
