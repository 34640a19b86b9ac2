import { expect, test } from 'vitest';
import { byteOffsets } from '../statements/byte-offsets.ts';
import { parseStatements } from '../statements/parse-statements.ts';
import { loadSqlParser } from '../statements/parser.ts';
import { findLossyActions } from './find-lossy-actions.ts';

async function actions(sql: string) {
  const parser = await loadSqlParser();
  const { statements, problem } = await parseStatements(sql);
  expect(problem).toBeNull();
  const units = byteOffsets(sql);
  return statements.flatMap((statement) => findLossyActions({ parser, statement, offsetOf: (byte) => units(byte) - statement.offset }));
}

const t = { schema: null, name: 't' };

test('drops', async () => {
  expect(
    await actions(
      'drop table s.t, t cascade; drop schema s cascade; drop schema s; drop type e cascade; drop type e; drop domain s.d cascade; drop extension x cascade; drop extension y',
    ),
  ).toEqual([
    { kind: 'drop table', relation: { schema: 's', name: 't' }, cascade: true },
    { kind: 'drop row type', relation: { schema: 's', name: 't' } },
    { kind: 'drop table', relation: t, cascade: true },
    { kind: 'drop row type', relation: t },
    { kind: 'drop schema', schema: 's' },
    { kind: 'drop type', type: { schema: null, name: 'e' } },
    { kind: 'drop type', type: { schema: 's', name: 'd' } },
    { kind: 'drop extension', extension: 'x', cascade: true },
    { kind: 'drop extension', extension: 'y', cascade: false },
  ]);
  expect(
    await actions(
      'drop view v; drop index i; drop function f; drop materialized view m cascade; drop policy p on t; drop foreign table f; drop collation c',
    ),
  ).toEqual([{ kind: 'drop row type', relation: { schema: null, name: 'm' } }]);
  expect(
    await actions(
      'drop sequence s.q, q cascade; drop trigger g on s.t; drop rule r on t; drop function s.f(int) cascade; drop operator class c using btree cascade',
    ),
  ).toEqual([
    { kind: 'drop sequence', sequence: { schema: 's', name: 'q' } },
    { kind: 'drop sequence', sequence: { schema: null, name: 'q' } },
    { kind: 'disarm', relation: { schema: 's', name: 't' }, name: 'g' },
    { kind: 'disarm', relation: t, name: 'r' },
    { kind: 'drop code', name: 'f' },
    { kind: 'drop code', name: 'c' },
  ]);
});

test('columns of one ALTER TABLE, each with its own type and expression', async () => {
  const sql = `/* é */ alter table t drop column if exists a, alter column "type" set data type numeric(5, 2) collate "C" using (round("type", 2)),
    alter b type varchar(10)[] using array[b, 'x, using'], alter column c type pg_catalog.int4, alter d set not null, add column e int`;
  expect(await actions(sql)).toEqual([
    { kind: 'drop column', relation: t, column: 'a' },
    {
      kind: 'change type',
      relation: t,
      column: 'type',
      type: { name: { schema: 'pg_catalog', name: 'numeric' }, text: 'numeric(5, 2)' },
      using: '(round("type", 2))',
    },
    {
      kind: 'change type',
      relation: t,
      column: 'b',
      type: { name: { schema: 'pg_catalog', name: 'varchar' }, text: 'varchar(10)[]' },
      using: "array[b, 'x, using']",
    },
    {
      kind: 'change type',
      relation: t,
      column: 'c',
      type: { name: { schema: 'pg_catalog', name: 'int4' }, text: 'pg_catalog.int4' },
      using: null,
    },
    { kind: 'set not null', relation: t, column: 'd' },
  ]);
});

test.each([
  ['delete from t', { target: 't', joined: null, where: null, prefix: '' }],
  [
    'delete from only s.t as x where x.a = 1 returning *',
    { target: 'only s.t as x', where: 'x.a = 1', relation: { schema: 's', name: 't' } },
  ],
  ['delete from t using u join v using (id) where t.a = u.a -- why', { target: 't', joined: 'u join v using (id)', where: 't.a = u.a' }],
  [
    'with x as (select 1 from y where z) delete from t where a in (select * from x)',
    { prefix: 'with x as (select 1 from y where z)', where: 'a in (select * from x)' },
  ],
  [
    "update t set a = b is distinct from c, d = 'x from y' from (select 1 as e) as u where a is distinct from u.e",
    { target: 't', columns: ['a', 'd'], joined: '(select 1 as e) as u', where: 'a is distinct from u.e' },
  ],
  [
    'update t as x set (a, b) = (select 1, 2 from y where z) where (x.a) = 1 returning a',
    { target: 't as x', columns: ['a', 'b'], joined: null, where: '(x.a) = 1' },
  ],
  ['update t set a = 1 from generate_series(1, 2) as g where t.id = g', { joined: 'generate_series(1, 2) as g', where: 't.id = g' }],
])('%s', async (sql, expected) => {
  expect(await actions(sql)).toMatchObject([expected]);
});

test('what rows must satisfy from then on, unless it is not asked of them', async () => {
  const sql =
    `/* é */ alter table t add constraint k check (a > 0 and b in (1, 2)) no inherit, add unique (a, "B"), add primary key (a), add foreign key (a) references s.u (x),
    add foreign key (a) references u, add check (a > 0) not valid, add unique using index i, validate constraint v, add column c int not null, add d int not null default 1, add e serial not null,
    add constraint n not null a, drop identity;`.replace(', drop identity', '');
  const added = (constraint: object) => ({ kind: 'add constraint', relation: t, constraint });
  const unique = { kind: 'unique', where: null, nullsEqual: false, primary: false };
  expect(await actions(sql)).toEqual([
    added({ kind: 'check', check: { sql: 'a > 0 and b in (1, 2)', columns: ['a', 'b'], text: 'check k' } }),
    added({ ...unique, keys: [{ column: 'a' }, { column: 'B' }] }),
    added({ ...unique, keys: [{ column: 'a' }], primary: true }),
    added({ kind: 'foreign key', columns: ['a'], references: { schema: 's', name: 'u' }, keys: ['x'] }),
    added({ kind: 'foreign key', columns: ['a'], references: { schema: null, name: 'u' }, keys: [] }),
    added({ kind: 'existing', name: 'v' }),
    added({ kind: 'required column', column: 'c' }),
    { kind: 'set not null', relation: t, column: 'a' },
  ]);
  expect(
    await actions(
      'create unique index concurrently i on s.t using btree (lower(a) desc, (b || c) text_pattern_ops, d) include (e) nulls not distinct where f is null; create index j on t (a)',
    ),
  ).toEqual([
    {
      kind: 'add constraint',
      relation: { schema: 's', name: 't' },
      constraint: {
        kind: 'unique',
        keys: [{ sql: 'lower(a)' }, { sql: '(b || c)' }, { column: 'd' }],
        where: 'f is null',
        nullsEqual: true,
        primary: false,
      },
    },
  ]);
  expect(
    await actions(
      'alter domain s.d add constraint k check (value > 0 and VALUE <> 7); alter domain d set not null; alter domain d drop not null',
    ),
  ).toEqual([
    {
      kind: 'constrain domain',
      type: { schema: 's', name: 'd' },
      check: { sql: 'godwit_value > 0 and godwit_value <> 7', columns: ['value'], text: 'check k' },
    },
    { kind: 'constrain domain', type: { schema: null, name: 'd' }, check: 'not null' },
  ]);
});

test('positions of sequences', async () => {
  expect(
    await actions(
      'alter table t alter a drop identity, alter b restart with 3, alter c set generated always; alter sequence s.q restart; alter sequence q restart with 7; alter sequence q cycle',
    ),
  ).toEqual([
    { kind: 'drop identity', relation: t, column: 'a' },
    { kind: 'restart identity', relation: t, column: 'b' },
    { kind: 'restart sequence', sequence: { schema: 's', name: 'q' }, to: null },
    { kind: 'restart sequence', sequence: { schema: null, name: 'q' }, to: 7 },
  ]);
});

test('truncate', async () => {
  expect(await actions('truncate t, s.u cascade')).toEqual([
    { kind: 'truncate', relation: t, cascade: true },
    { kind: 'truncate', relation: { schema: 's', name: 'u' }, cascade: true },
  ]);
});

test('what cannot be seen says why', async () => {
  const sql =
    'do $$ begin end $$; call p(); merge into t using u on true when matched then delete; drop owned by r; insert into t values (1) on conflict (id) do update set a = 1; alter type c drop attribute a';
  expect((await actions(sql)).map(({ kind }) => kind)).toEqual(Array(6).fill('unseen'));
  expect(
    await actions(
      'insert into t values (1); insert into t values (1) on conflict do nothing; select f(); alter type c add attribute a int',
    ),
  ).toEqual([
    { kind: 'insert', relation: t },
    { kind: 'insert', relation: t },
  ]);
});
