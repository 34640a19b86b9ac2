import type { Mutation } from './mutation.ts';

export const routines: readonly Mutation[] = [
  {
    name: 'the body of a function',
    sql: `create or replace function shelf.touch() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end
$$`,
    expected: ['function shelf.touch(): body differs from line 3: new.updated_at := current_timestamp; → new.updated_at := now();'],
  },
  {
    name: 'the short body of a function',
    sql: "create or replace function shelf.add(a text, b text) returns text language sql as 'select b || a'",
    expected: ['function shelf.add(text, text): body select a || b → select b || a'],
  },
  {
    name: 'the standard body of a function',
    sql: 'create or replace function shelf.add(a integer, b integer default 2, out total integer) language sql immutable strict parallel safe cost 7 return a - b',
    expected: ['function shelf.add(integer, integer): body RETURN (a + b) → RETURN (a - b)'],
  },
  {
    name: 'the volatility of a function',
    sql: 'alter function shelf.add(integer, integer) volatile',
    expected: ['function shelf.add(integer, integer): volatility immutable → volatile'],
  },
  {
    name: 'a function is not strict',
    sql: 'alter function shelf.add(integer, integer) called on null input',
    expected: ['function shelf.add(integer, integer): strict yes → no'],
  },
  {
    name: 'a function runs as its caller',
    sql: 'alter function shelf.find security invoker',
    expected: ['function shelf.find(text, text[]): security definer → invoker'],
  },
  {
    name: 'the settings of a function',
    sql: 'alter function shelf.find reset work_mem',
    expected: ['function shelf.find(text, text[]): setting work_mem=8MB is missing'],
  },
  {
    name: 'the cost of a function',
    sql: 'alter function shelf.add(integer, integer) cost 8 parallel restricted',
    expected: ['function shelf.add(integer, integer): parallel safe → restricted', 'function shelf.add(integer, integer): cost 7 → 8'],
  },
  {
    name: 'the default of an argument',
    sql: 'create or replace function shelf.add(a integer, b integer default 3, out total integer) language sql immutable strict parallel safe cost 7 return a + b',
    expected: [
      'function shelf.add(integer, integer): arguments a integer, b integer DEFAULT 2, OUT total integer → a integer, b integer DEFAULT 3, OUT total integer',
    ],
  },
  { name: 'a function is dropped', sql: 'drop function shelf.add(text, text)', expected: ['function shelf.add(text, text) is missing'] },
  {
    name: 'another signature',
    sql: 'create function shelf.add(bigint, bigint) returns bigint language sql return $1 + $2',
    expected: ['function shelf.add(bigint, bigint) is new'],
  },
  {
    name: 'an aggregate with another start',
    sql: "create or replace aggregate shelf.total(int) (sfunc = int4pl, stype = int, initcond = '1', combinefunc = int4pl, parallel = safe)",
    expected: ['aggregate shelf.total(integer): initial state 0 → 1'],
  },
  {
    name: 'the result of a function',
    sql: 'drop function shelf.add(text, text); create function shelf.add(a text, b text) returns varchar language sql as $$select a || b$$; revoke execute on function shelf.add(text, text) from public',
    expected: ['function shelf.add(text, text): returns text → varchar'],
  },
  {
    name: 'the language of a function',
    sql: 'create or replace function shelf.add(a text, b text) returns text language plpgsql as $$begin return a || b; end$$',
    expected: [
      'function shelf.add(text, text): language sql → plpgsql',
      'function shelf.add(text, text): body select a || b → begin return a || b; end',
    ],
  },
];
