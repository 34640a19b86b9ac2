import { describe, expect, test } from 'vitest';
import { onTopOf } from '../testing/git-project.ts';
import { type CommonObject, findCommon } from './common-objects.ts';

/** What is found between bodies of two sides, on top of a table of books. */
async function common(theirs: readonly string[], mine: readonly string[]): Promise<readonly CommonObject[]> {
  const base = onTopOf(undefined, { message: 'Create books', body: 'create table books (id int primary key);', revert: null });
  const side = (name: string, bodies: readonly string[]) =>
    onTopOf(base[0], ...bodies.map((body, index) => ({ message: `${name} ${index + 1}`, body, revert: null })));
  const since = side('theirs', theirs);
  return findCommon({ theirs: [...base, ...since], since, mine: side('mine', mine), twins: [], because: 'of a test' }, {});
}

const objects = (found: readonly CommonObject[]) => found.map(({ object }) => object);

test('a table that both change is named, with the statement of each', async () => {
  expect(
    await common(['alter table books add title text;'], ['create table shelves ();\n\nalter table public.books\n  add pages int;']),
  ).toEqual([
    {
      object: 'public.books',
      because: null,
      mine: { revision: '000002-mine-1', statement: 'alter table public.books' },
      theirs: { revision: '000002-theirs-1', statement: 'alter table books add title text' },
    },
  ]);
});

test('a function that both replace has brackets', async () => {
  const replace = (answer: number) => `create or replace function answer() returns int language sql as 'select ${answer}';`;
  expect(objects(await common([replace(42)], [replace(41)]))).toEqual(['answer()']);
});

test('what was there before both, and what only one side knows, is not in common', async () => {
  expect(await common(['create table a (book int references books);'], ['create table b (book int references books);'])).toEqual([]);
});

test('each object once, however many revisions touch it', async () => {
  const [add, drop] = ['alter table books add title text;', 'alter table books drop title;'];
  const found = await common([add, drop], [add, drop]);
  expect(objects(found)).toEqual(['books']);
  expect(found[0]).toMatchObject({ mine: { revision: '000002-mine-1' }, theirs: { revision: '000002-theirs-1' } });
});

describe('what may touch anything is told once, with its reason', () => {
  const ANYTHING = 'do $$ begin perform 1; end $$;';

  test('mine', async () => {
    expect(await common(['create table a ();', 'create table b ();'], [ANYTHING])).toEqual([
      {
        object: null,
        because: expect.stringMatching(/^000002-mine-1 may touch anything: /),
        mine: { revision: '000002-mine-1', statement: expect.stringMatching(/^do /) },
        theirs: { revision: '000002-theirs-1', statement: '' },
      },
    ]);
  });

  test('theirs', async () => {
    expect(await common([ANYTHING], ['create table a ();', 'create table b ();'])).toEqual([
      expect.objectContaining({ because: expect.stringMatching(/^000002-theirs-1 may touch anything: /) }),
    ]);
  });
});
