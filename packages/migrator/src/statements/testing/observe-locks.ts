import type { Client } from '@godwit/postgres';
import { LOCK_MODES } from '../locks/lock-claim.ts';

/** A relation that stood before the statement. */
export interface Relation {
  readonly oid: number;
  readonly name: string;
  /** As `pg_class.relkind`. */
  readonly kind: string;
  readonly filenode: number | null;
}

/** What a statement did to the relations that stood before it, by name. */
export interface Observed {
  /** The strongest mode that it holds on each. */
  readonly modes: Readonly<Record<string, string>>;
  /** Those that got new files. */
  readonly rewritten: ReadonlySet<string>;
  /** Those that were read from one end to the other. */
  readonly scanned: ReadonlySet<string>;
}

const RELATIONS = `
  select oid::int, relname as name, relkind as kind, pg_relation_filenode(oid)::int as filenode from pg_class
  where relnamespace::regnamespace::text in ('public', 's2')`;

const SCANS = 'select relid::int as oid, seq_scan::int as scans from pg_stat_xact_user_tables';

const HELD = `
  select relation::int as oid, upper(regexp_replace(replace(mode, 'Lock', ''), '([a-z])([A-Z])', '\\1 \\2', 'g')) as mode
  from pg_locks where pid = pg_backend_pid() and locktype = 'relation'`;

export async function relationsOf(client: Client): Promise<readonly Relation[]> {
  return (await client.query<Relation>(RELATIONS)).rows;
}

/** Runs a statement in a transaction, looks, and rolls back. */
export async function observe(client: Client, before: readonly Relation[], sql: string): Promise<Observed> {
  await client.query('begin');
  try {
    const scansBefore = await scansOf(client);
    await client.query(sql);
    const { rows: held } = await client.query<{ oid: number; mode: string }>(HELD);
    const after = new Map((await relationsOf(client)).map(({ oid, filenode }) => [oid, filenode]));
    const scansAfter = await scansOf(client);
    const names = (test: (relation: Relation) => boolean) => new Set(before.filter(test).map(({ name }) => name));
    const modes = before.flatMap(({ oid, name }) => {
      const mode = LOCK_MODES.findLast((known) => held.some((lock) => lock.oid === oid && lock.mode === known));
      return mode === undefined ? [] : [[name, mode] as const];
    });
    return {
      modes: Object.fromEntries(modes),
      rewritten: names(({ oid, filenode }) => filenode !== null && after.has(oid) && after.get(oid) !== filenode),
      scanned: names(({ oid }) => (scansAfter.get(oid) ?? 0) > (scansBefore.get(oid) ?? 0)),
    };
  } finally {
    await client.query('rollback');
  }
}

async function scansOf(client: Client): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ oid: number; scans: number }>(SCANS);
  return new Map(rows.map(({ oid, scans }) => [oid, scans]));
}
