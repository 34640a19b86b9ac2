import { describe, expect, test } from 'vitest';
import { fingerprintSql, sqlTokens } from './sql-fingerprint.ts';

const TEXT = `-- Why.
alter table shelf.books /* all of them */ add column note text default 'ä  b';
create function f() returns int language sql as $$ select  1 -- one
$$;`;

describe('white space alone changes nothing', () => {
  test.each([
    ['lines joined and split', TEXT.replace('add column', '\n\n  add\ncolumn').replace(' /*', '\t/*')],
    ['a comment on several lines indented', "/* one\n   two */ select 'x'", "/* one\ntwo */\nselect 'x'"],
    ['a list on several lines', "select array[1,2], 'x' in ('a','b')", "select\n  array [1, 2],\n  'x' in (\n'a', 'b')"],
    ['placeholders', 'grant select on a to :OWNER', 'grant\n  select on a to :OWNER'],
  ])('%s', async (_, first, second = TEXT) => {
    expect(await fingerprintSql(first)).toEqual(await fingerprintSql(second));
  });
});

describe('anything else is seen', () => {
  test.each([
    ['a space in a literal', TEXT.replace('ä  b', 'ä b')],
    ['a space in dollar quotes', TEXT.replace('select  1', 'select 1')],
    ['a comment inside dollar quotes', TEXT.replace('-- one', '-- two')],
    ['a comment that is gone', TEXT.replace('-- Why.\n', '')],
    ['a comment that is another one', TEXT.replace('all of them', 'some')],
    ['a comment in another place', TEXT.replace(' /* all of them */', '').replace('note text', 'note /* all of them */ text')],
    ['upper case', TEXT.replace('alter table', 'ALTER TABLE')],
    ['another operator', 'select a -> b', 'select a ->> b'],
    ['an operator split in two', 'select a <@ b', 'select a < @ b'],
    ['another placeholder', 'grant select on a to :OWNER', 'grant select on a to :READER'],
  ])('%s', async (_, first, second = TEXT) => {
    expect(await fingerprintSql(first)).not.toEqual(await fingerprintSql(second));
  });
});

test('a text that does not parse has none', async () => {
  expect(await fingerprintSql('selec 1')).toBeNull();
});

test('tokens stand where they are, also after characters of several bytes', async () => {
  const sql = "select 'ä😀', x -- end";
  const tokens = await sqlTokens(sql);
  expect(tokens.map(({ text }) => text)).toEqual(['select', "'ä😀'", ',', 'x', '-- end']);
  expect(tokens.every(({ text, offset }) => sql.startsWith(text, offset))).toBe(true);
  expect(tokens.filter(({ comment }) => comment).map(({ text }) => text)).toEqual(['-- end']);
});
