import { expect, test } from 'vitest';
import { psqlText } from './psql-text.ts';

test.each([
  ['select a[1:n]', 'select a[1: n]\n;\n'],
  ['select a[:n], a[1:USER], a[n:"m"], a[1:é];', 'select a[: n], a[1: USER], a[n: "m"], a[1: é];\n'],
  ['select a[1:2]', 'select a[1: 2]\n;\n'],
  ["select a[1:'2'::int]", "select a[1: '2'::int]\n;\n"],
])('a colon that psql would take for a variable gets a blank: %s', async (sql, expected) => {
  expect(await psqlText(sql)).toBe(expected);
});

test.each([
  'select a::n, a[1: 2], f(x := 1), f(x => 1), a[1: n], a[1:(n)];\n',
  `select ':n', ":n", $$ :n $$, E'\\':n', U&':n'; -- :n\n`,
  "select 1; /* :n \\i */ -- \\q ; :'n'\n",
  'create function f() returns int language plpgsql as $x$ begin n := 1; return a[1:n]; end $x$;\n',
])('everything else stays as it is: %s', async (sql) => {
  expect(await psqlText(sql)).toBe(sql);
});

test.each([
  ['select 1', 'select 1\n;\n'],
  ['select 1;', 'select 1;\n'],
  ['select 1 -- a comment hides what follows', 'select 1 -- a comment hides what follows\n;\n'],
  ["select ';' /* ; */", "select ';' /* ; */\n;\n"],
  ['select 1; -- ;', 'select 1; -- ;\n'],
  ['-- nothing', '-- nothing\n'],
  ['', '\n'],
])('the last statement is ended, wherever its comments end: %j', async (sql, expected) => {
  expect(await psqlText(sql)).toBe(expected);
});
