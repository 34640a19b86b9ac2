import { describe, expect, test } from 'vitest';
import { historyOf } from '../testing/a-history.ts';
import { checksOf } from '../testing/checks-of.ts';
import { parseChecks } from './parse-checks.ts';

const history = historyOf(['Create books', 'select 1'], ['Add ratings', 'select 2'], ['Drop stars', 'select 3']);

describe('a file of checks', () => {
  test('is a sequence of checks, with comments anywhere', async () => {
    const text = [
      '-- What holds for books.',
      '',
      '--! Check: a book has a title',
      '-- not null',
      '--! From: 2',
      '/* before the statement */',
      "select 'NO' as expected, is_nullable as found from information_schema.columns; -- behind",
      '--! Check: no book is rated twice',
      '--! Until: drop-stars',
      '--! Raises: 23505 uq_ratings_book',
      '--! Needs: shelf.books, "Odd"."Name", ratings',
      'insert into ratings values (1);',
      'insert into ratings values (1)',
    ].join('\n');
    const [title, twice] = await checksOf(text, history);
    expect(title).toMatchObject({
      name: 'a book has a title',
      line: 3,
      from: { name: '000002-add-ratings' },
      until: null,
      expects: { kind: 'equal rows' },
      needs: [],
      writes: false,
    });
    expect(twice).toMatchObject({
      name: 'no book is rated twice',
      from: null,
      until: { name: '000003-drop-stars' },
      expects: { kind: 'raises', sqlState: '23505', constraint: 'uq_ratings_book' },
      needs: [
        { schema: 'shelf', name: 'books' },
        { schema: 'Odd', name: 'Name' },
        { schema: null, name: 'ratings' },
      ],
      writes: true,
    });
    for (const { statements } of [title, twice].filter((check) => check !== undefined)) {
      for (const { offset, text: statement } of statements) expect(text.slice(offset, offset + statement.length)).toBe(statement);
    }
    expect(twice?.statements).toHaveLength(2);
  });

  test('places count in characters, also behind those that are long in UTF-8', async () => {
    const text = "--! Check: ♪ one\nselect 'é' as expected, '𝄞' as found;\n--! Check: two\nselect 1;";
    const [, two] = await checksOf(text, history);
    expect(text.slice(two?.statements[0]?.offset)).toBe('select 1;');
  });

  test('a placeholder is left for its value', async () => {
    const [check] = await checksOf('--! Check: one\nselect 1 as expected, count(*) as found from :SCHEMA.books', history);
    expect(check?.statements[0]?.text).toContain(':SCHEMA.books');
  });

  test('what an index is used for is only explained, and writes nothing', async () => {
    const [check] = await checksOf('--! Check: one\n--! Uses: ix_books_title\ndelete from books where title = $$x$$', history);
    expect(check).toMatchObject({ expects: { kind: 'uses index', index: 'ix_books_title' }, writes: false });
  });
});

describe('what is wrong is told with its place, and leaves the others readable', () => {
  const cases: readonly (readonly [name: string, text: string, code: string, line: number, words: string])[] = [
    ['no check', '-- nothing yet\n', 'GW565', 1, 'There is no check in'],
    ['a statement before the first check', 'select 1;\n--! Check: one\nselect 1;', 'GW565', 1, 'before the first check'],
    ['a header before the first check', '--! From: 1\n--! Check: one\nselect 1;', 'GW562', 1, 'From stands before the first check'],
    ['a check without a statement', '--! Check: one\n-- later\n', 'GW565', 1, '"one" has no statement'],
    ['a check without a name', '--! Check:\nselect 1;', 'GW562', 1, 'Check says nothing'],
    ['an unknown header', '--! Check: one\n--! Raise: 23505\nselect 1;', 'GW562', 2, '`--! Raise: 23505` is no header of a check'],
    ['an include', '--! Check: one\n--!include x.sql\nselect 1;', 'GW562', 2, 'is no header of a check'],
    ['a header twice', '--! Check: one\n--! From: 1\n--! From: 2\nselect 1;', 'GW562', 3, 'From stands twice'],
    ['a header without a value', '--! Check: one\n--! Needs:\nselect 1;', 'GW562', 2, 'Needs says nothing'],
    ['a header below a statement', '--! Check: one\nselect 1;\n--! From: 1\n', 'GW562', 3, 'From stands below a statement'],
    ['Raises that names no SQLSTATE', '--! Check: one\n--! Raises: unique\nselect 1;', 'GW562', 2, "does not understand 'unique'"],
    ['Raises and Uses', '--! Check: one\n--! Raises: 23505\n--! Uses: ix\nselect 1;', 'GW562', 3, 'stand in one check'],
    ['Needs that names no table', '--! Check: one\n--! Needs: books where\nselect 1;', 'GW562', 2, 'does not understand'],
    ['two of one name', '--! Check: one\nselect 1;\n--! Check: one\nselect 1;', 'GW563', 3, 'Two checks are called "one"'],
    ['an unknown revision', '--! Check: one\n--! From: add-rating\nselect 1;', 'GW564', 2, 'There is no revision "add-rating"'],
    ['a revision that moves', '--! Check: one\n--! Until: head\nselect 1;', 'GW564', 2, 'another revision tomorrow'],
    ['a relative revision', '--! Check: one\n--! From: -1\nselect 1;', 'GW564', 2, 'another revision tomorrow'],
    ['an empty range', '--! Check: one\n--! From: 3\n--! Until: 2\nselect 1;', 'GW564', 3, 'there is no revision'],
    ['a syntax error', '--! Check: one\nselect 1;\nselec 2;', 'GW566', 3, 'syntax error'],
    ['a command of psql', '--! Check: one\n\\echo x\n', 'GW566', 2, 'psql'],
    ['COMMIT', '--! Check: one\ninsert into a values (1);\ncommit;', 'GW566', 3, 'COMMIT cannot be part of a check'],
    ['what needs no transaction', '--! Check: one\nvacuum books;', 'GW566', 2, 'VACUUM cannot run inside a transaction'],
  ];

  test.each(cases)('%s', async (_, text, code, line, words) => {
    const file = { system: 'shelf', topic: 'books', path: 'migrations/verify/shelf/books.sql', text };
    const { problems } = await parseChecks(file, history);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, frame: { line, file: file.path }, message: expect.stringContaining(words) });
    expect(problems[0]?.help).toBeTruthy();
  });

  test('suggestions', async () => {
    await expect(checksOf('--! Check: one\n--! Raise: 23505\nselect 1;', history)).rejects.toMatchObject({
      help: 'did you mean: --! Raises: 23505 uq_ratings_user_book',
    });
    await expect(checksOf('--! Check: one\n--! From: add-rating\nselect 1;', history)).rejects.toMatchObject({
      help: expect.stringContaining('did you mean 000002-add-ratings'),
    });
  });

  test('several at once', async () => {
    const text = '--! Check: one\n\n--! Check: two\nselect 1;\n--! Check: three\nselec;\n--! Check: two\nselect 2;';
    const { checks, problems } = await parseChecks({ system: 'shelf', topic: 'books', path: 'x.sql', text }, history);
    expect(checks.map(({ name }) => name)).toEqual(['two']);
    expect(problems.map(({ code }) => code)).toEqual(['GW565', 'GW566', 'GW563']);
  });
});
