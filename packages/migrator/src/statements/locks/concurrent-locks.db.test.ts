import type { Client } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { parseStatements } from '../parse-statements.ts';
import { locksOf } from './locks-of.ts';

const FIXTURE = [
  'create table t (id int primary key, a int)',
  'create index t_a on t (a)',
  'create table parent (id int) partition by range (id)',
  'create table part1 partition of parent for values from (0) to (10)',
];

interface Case {
  readonly sql: string;
  /** What keeps the statement waiting while it is looked at: a lock that conflicts only with its second half, or with itself. */
  readonly holder: string;
  /** Held or waited for, by relation. */
  readonly modes: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
  { sql: 'create index concurrently n on t (a)', holder: 'insert into t values (1)', modes: { t: 'SHARE UPDATE EXCLUSIVE' } },
  {
    sql: 'drop index concurrently t_a',
    holder: 'insert into t values (1)',
    modes: { t: 'SHARE UPDATE EXCLUSIVE', t_a: 'SHARE UPDATE EXCLUSIVE' },
  },
  {
    sql: 'reindex index concurrently t_a',
    holder: 'insert into t values (1)',
    modes: { t: 'SHARE UPDATE EXCLUSIVE', t_a: 'SHARE UPDATE EXCLUSIVE' },
  },
  { sql: 'reindex table concurrently t', holder: 'insert into t values (1)', modes: { t: 'SHARE UPDATE EXCLUSIVE' } },
  {
    sql: 'alter table parent detach partition part1 concurrently',
    holder: 'lock table only part1 in access share mode',
    modes: { parent: 'SHARE UPDATE EXCLUSIVE', part1: 'ACCESS EXCLUSIVE' },
  },
  { sql: 'vacuum t', holder: 'lock table t in share update exclusive mode', modes: { t: 'SHARE UPDATE EXCLUSIVE' } },
  { sql: 'vacuum (full) t', holder: 'select * from t', modes: { t: 'ACCESS EXCLUSIVE' } },
];

const LOCKS = `
  select c.relname as name, upper(regexp_replace(replace(mode, 'Lock', ''), '([a-z])([A-Z])', '\\1 \\2', 'g')) as mode
  from pg_locks l join pg_class c on c.oid = l.relation where l.pid = $1 and c.relname = any($2)`;

/** Waits until the backend waits for a lock of somebody else. */
async function untilBlocked(observer: Client, pid: number): Promise<void> {
  for (;;) {
    const { rows } = await observer.query('select cardinality(pg_blocking_pids($1)) > 0 as blocked', [pid]);
    if (rows[0].blocked) return;
  }
}

onRealServer(test).each(CASES)('$sql', async ({ sql, holder, modes }) => {
  await withDatabase(async ({ client, connect }) => {
    for (const statement of FIXTURE) await client.query(statement);
    const [busy, runner] = [await connect(), await connect()];
    const { rows } = await runner.query('select pg_backend_pid() as pid');
    await busy.query('begin');
    await busy.query(holder);
    const running = runner.query(sql);
    await untilBlocked(client, rows[0].pid);
    const { rows: locks } = await client.query(LOCKS, [rows[0].pid, Object.keys(modes)]);
    await busy.query('rollback');
    await running;
    const { statements } = await parseStatements(sql);
    const claims = statements.flatMap((statement) => locksOf(statement));
    for (const { object, mode, also } of claims) {
      expect(modes[object.name]).toBe(mode);
      if (also !== null) expect(also).toContain('its table, SHARE UPDATE EXCLUSIVE');
    }
    for (const [name, mode] of Object.entries(modes)) {
      expect(locks.filter((lock) => lock.name === name).map((lock) => lock.mode)).toContain(mode);
    }
  });
});
