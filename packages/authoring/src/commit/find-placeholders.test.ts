import { expect, test } from 'vitest';
import { findMisplacedPlaceholder } from './find-placeholders.ts';

const NAMES = [':OWNER', ':TEXT', ':DATABASE_NAME'];

test.each([
  ["select 'at :OWNER'", { name: ':OWNER', where: 'literal', offset: 11 }],
  ["select E'x\\n:OWNER'", { name: ':OWNER', where: 'literal', offset: 12 }],
  ['select x::TEXT', { name: ':TEXT', where: 'cast', offset: 9 }],
  ["do $$ begin perform 'ä', ':OWNER'; end $$", { name: ':OWNER', where: 'literal', offset: 26 }],
  ["do $a$ begin execute $b$ select ':TEXT' $b$; end $a$", { name: ':TEXT', where: 'literal', offset: 33 }],
])('refuses %s', async (sql, found) => {
  expect(await findMisplacedPlaceholder(sql, NAMES)).toEqual(found);
});

test.each([
  'grant usage on schema a to :OWNER',
  "select x::text, y::TEXTS, '::TEXTS'",
  'select 1 -- for :OWNER',
  "select ':OTHER'",
  'do $$ begin grant usage on schema a to :OWNER; end $$',
  'select "a:b" from t',
])('lets %s pass', async (sql) => {
  expect(await findMisplacedPlaceholder(sql, NAMES)).toBeNull();
});
