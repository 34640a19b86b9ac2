import { execute, stepUp } from '@godwit/migrator';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { type Draft, revisionsOf, settings } from '../testing/history-of.ts';
import { proofOf } from './proof.ts';
import { type ProvedRevision, prove } from './prove.ts';

/** What was there before, with rows in it: the seeds. */
const BEFORE: Draft = {
  message: 'Create books',
  revert: 'drop table books; drop table shelves; drop function stamp();',
  body: `
    create table shelves (id int primary key);
    create table books (
      id int primary key,
      title varchar(80) not null default 'untitled',
      shelf int references shelves (id),
      pages int check (pages > 0),
      stamped_at timestamptz
    );
    create index ix_books_title on books (title);
    comment on column books.title is 'On the cover';
    create function stamp() returns trigger language plpgsql as $$ begin new.stamped_at = now(); return new; end $$;
    create trigger stamp_books before update on books for each row execute function stamp();
    grant select on books to public;`,
};

const ROWS =
  "insert into shelves values (1); insert into books (id, title, shelf, pages) values (1, 'A title that is rather long', 1, 300), (2, 'Short', null, null)";

async function applied<T>(
  database: TestDatabase,
  drafts: readonly Draft[],
  run: (proved: Promise<readonly ProvedRevision[]>) => Promise<T>,
): Promise<T> {
  const { client, connect } = database;
  const [first, ...revisions] = revisionsOf(BEFORE, ...drafts);
  if (first === undefined) throw new Error('nothing to begin with');
  const plan = {
    direction: 'up',
    from: null,
    to: null,
    steps: [stepUp(first)],
    refreshes: [],
    unfinished: null,
    databaseAhead: 0,
  } as const;
  await execute({ plan, client, connect, settings });
  await client.query(ROWS);
  return run(prove({ revisions, client, connect, settings, seeded: true }));
}

/** Proves revisions on top of BEFORE and its rows. */
function proving(...drafts: readonly Draft[]): Promise<readonly ProvedRevision[]> {
  return withDatabase((database) => applied(database, drafts, (proved) => proved));
}

/** What a wrong one is told. */
async function refusal(body: string, revert: string) {
  const error = await proving({ message: 'Change books', body, revert }).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error) || !('code' in error) || !('details' in error)) throw new Error(`not refused: ${String(error)}`);
  return { code: error.code, message: error.message, details: error.details, frame: 'frame' in error ? error.frame : undefined };
}

describe('a wrong way back is caught', () => {
  test.each<[what: string, body: string, revert: string, code: string, detail: RegExp]>([
    ['a missing index', 'drop index ix_books_title', 'select 1', 'GW341', /^index public\.ix_books_title is missing$/],
    ['another index', 'drop index ix_books_title', 'create index ix_books_title on books (lower(title))', 'GW341', /ix_books_title/],
    [
      'a wrong default',
      "alter table books alter title set default 'none'",
      "alter table books alter title set default 'no title'",
      'GW341',
      /default 'no title'|'untitled'/,
    ],
    [
      'a lost comment',
      'alter table books drop column title',
      "alter table books add title varchar(80) not null default 'untitled'; create index ix_books_title on books (title)",
      'GW341',
      /^comment on column public\.books\.title is missing/,
    ],
    [
      'a table that stays',
      'create table notes (id int); create table more (id int)',
      'drop table notes',
      'GW341',
      /^table public\.more is new/,
    ],
    [
      'another column order',
      'alter table books add a int; alter table books add b int',
      'alter table books drop pages, drop a, drop b; alter table books add pages int check (pages > 0)',
      'GW341',
      /^column order of public\.books/,
    ],
    ['a wrong grant', 'revoke select on books from public', 'grant insert on books to public', 'GW341', /PUBLIC|public/],
    [
      'a column that comes back otherwise',
      'alter table books drop column pages',
      'alter table books add pages bigint check (pages > 0)',
      'GW341',
      /column public\.books\.pages: type integer → bigint/,
    ],
    ['nullability', 'alter table books alter title drop not null', 'select 1', 'GW341', /column public\.books\.title/],
    [
      'another function body',
      'create or replace function stamp() returns trigger language plpgsql as $$ begin return new; end $$',
      'create or replace function stamp() returns trigger language plpgsql as $$ begin return null; end $$',
      'GW341',
      /function public\.stamp\(\)/,
    ],
    [
      'a constraint that is not valid any more',
      'alter table books drop constraint books_pages_check',
      'alter table books add constraint books_pages_check check (pages > 0) not valid',
      'GW343',
      /constraint public\.books\.books_pages_check was valid for every row and is NOT VALID/,
    ],
    [
      'a disabled trigger',
      "alter table books disable trigger stamp_books; update books set title = 'x'; alter table books enable trigger stamp_books",
      'alter table books disable trigger stamp_books',
      'GW343',
      /trigger public\.books\.stamp_books is disabled/,
    ],
    ['disabled guards of a foreign key', 'select 1', 'alter table books disable trigger all', 'GW343', /is disabled/],
    [
      'an INVALID index',
      'drop index ix_books_title',
      "create index ix_books_title on books (title); update pg_index set indisvalid = false where indexrelid = 'ix_books_title'::regclass",
      'GW343',
      /index public\.ix_books_title is INVALID/,
    ],
  ])('%s', async (_, body, revert, code, detail) => {
    const refused = await refusal(body, revert);
    expect(refused).toMatchObject({ code, details: expect.arrayContaining([expect.stringMatching(detail)]) });
  });
});

describe('what the rows of the seeds do not bear is caught, with the server’s words and the place', () => {
  test.each<[what: string, body: string, revert: string, message: RegExp, place: readonly [file: string, line: number]]>([
    [
      'a narrowing on the way back',
      'alter table books alter title type text',
      'select 1;\nalter table books alter title type varchar(10)',
      /Its way back fails.*too long for type character varying\(10\)/,
      ['reverts', 5],
    ],
    [
      'a new constraint',
      'alter table books add constraint short check (length(title) < 10)',
      'alter table books drop constraint short',
      /The revision fails.*check constraint "short"/,
      ['committed', 5],
    ],
    [
      'NOT NULL',
      'alter table books alter pages set not null',
      'alter table books alter pages drop not null',
      /The revision fails.*column "pages" of relation "books" contains null values/,
      ['committed', 5],
    ],
    [
      'a way back that leaves rows in the way',
      'create table tags (id int primary key); insert into shelves values (9)',
      'drop table tags',
      /applied again after its way back, fails.*duplicate key/,
      ['committed', 5],
    ],
    ['a syntax error', 'selec 1', 'select 1', /syntax error/, ['committed', 5]],
  ])('%s', async (_, body, revert, message, [folder, line]) => {
    const refused = await refusal(body, revert);
    expect(refused).toMatchObject({
      code: 'GW340',
      message: expect.stringMatching(message),
      frame: { file: expect.stringContaining(folder), line },
    });
  });
});

test('what a revision makes only the first time is caught', async () => {
  const once =
    "do $$ begin if not exists (select from pg_roles r join pg_shdescription d on d.objoid = r.oid where false) and to_regclass('seen') is null and (select count(*) from books) = 2 then create table extra (id int); end if; delete from books where id = 2; end $$";
  expect(await refusal(once, 'drop table if exists extra')).toMatchObject({
    code: 'GW342',
    details: ['table public.extra is missing (with 1 column)'],
  });
});

describe('a right one passes', () => {
  test('with what it locked and rewrote', async () => {
    const [proved] = await proving({
      message: 'Count pages in bigint',
      body: 'alter table books alter id type bigint; create table notes (book bigint references books (id))',
      revert: 'drop table notes; alter table books alter id type int',
    });
    expect(proved).toMatchObject({
      up: {
        observed: true,
        rewrites: ['public.books'],
        locks: expect.arrayContaining([{ object: 'public.books', mode: 'ACCESS EXCLUSIVE' }]),
      },
      down: { rewrites: ['public.books'] },
      columnsLast: [],
      notes: [],
    });
    expect(proved?.up.locks.map(({ object }) => object)).not.toContain('public.notes');
  });

  test('although dropped columns can only come back last, which is said', async () => {
    const [proved] = await proving({
      message: 'Drop pages',
      body: 'alter table books drop column pages',
      revert: 'alter table books add column pages int check (pages > 0)',
    });
    expect(proved?.columnsLast).toEqual(['column public.books.pages']);
  });

  test('one after the other, also outside a transaction and without a way back', async () => {
    const proved = await proving(
      {
        message: 'Add a constraint',
        body: 'alter table books add constraint c check (pages < 5000) not valid',
        revert: 'alter table books drop constraint c',
      },
      {
        message: 'Index pages',
        body: '--! no-transaction\ncreate index concurrently ix_pages on books (pages)',
        revert: '--! no-transaction\ndrop index concurrently ix_pages',
      },
      { message: 'Forget titles', body: "update books set title = 'gone'", revert: { irreversible: 'the titles are gone' } },
      {
        message: 'Validate it',
        body: 'alter table books validate constraint c',
        revert: 'alter table books drop constraint c, add constraint c check (pages < 5000) not valid',
      },
    );
    expect(proved.map(({ revision, down, notes }) => [revision.slug, down?.observed, notes])).toEqual([
      ['add-a-constraint', true, ['constraint public.books.c is NOT VALID: validate it in a later revision']],
      ['index-pages', false, []],
      ['forget-titles', undefined, []],
      ['validate-it', true, []],
    ]);
    const [, index] = proved;
    expect(index?.up).toEqual({ observed: false, rewrites: [], locks: [{ object: 'books', mode: 'SHARE UPDATE EXCLUSIVE' }] });
  });

  test('and its evidence is the same each time', async () => {
    const draft = {
      message: 'Number books in bigint',
      body: 'alter table books alter id type bigint',
      revert: 'alter table books alter id type int',
    };
    const circumstances = { godwitVersion: '1.2.3', serverVersion: '17.5 (Debian)', seeds: 'abc' };
    const proofs = [await proving(draft), await proving(draft)].map(([proved]) => proved && proofOf(proved, circumstances));
    expect(proofs[0]).toEqual(proofs[1]);
    expect(proofs[0]).toMatchObject({ format: 1, versions: { godwit: '1.2.3', postgres: '17.5' }, seeds: 'abc', columnsLast: [] });
  });
});

test('rows may come after the first up, when the seeds know already of what it adds', async () => {
  await withDatabase(async ({ client, connect }) => {
    const revisions = revisionsOf({ message: 'Create a', body: 'create table a (n varchar(9))', revert: 'drop table a' });
    const seedAfterUp = async () => {
      await client.query("insert into a values ('one')");
    };
    const [proved] = await prove({ revisions, client, connect, settings, seeded: true, seedAfterUp });
    expect(proved?.down?.locks).toEqual([{ object: 'public.a', mode: 'ACCESS EXCLUSIVE' }]);
  });
});
