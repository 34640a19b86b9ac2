import { type Catalog, extractCatalog } from '@godwit/catalog';
import type { Revision } from '@godwit/history';
import { withClient } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { parseProof, serializeProof } from '../prove/proof.ts';
import { type HistoryShadow, type Seeds, withHistoryShadow } from '../shadow/history-shadow.ts';
import { type Draft, revisionsOf } from '../testing/history-of.ts';
import { withShadowSource } from '../testing/shadow-source.ts';
import { cycleHistory } from './cycle-history.ts';
import { heldOverSeeds } from './held-over-seeds.ts';
import { proveHistory } from './prove-history.ts';
import { revertSeeded } from './revert-seeded.ts';

const BOOKS: Draft = { message: 'Create books', body: 'create table books (id int primary key, title text);', revert: 'drop table books;' };
const YEAR: Draft = { message: 'Add year', body: 'alter table books add year int;', revert: 'alter table books drop year;' };
const INDEX: Draft = {
  message: 'Index titles',
  body: '--! no-transaction\ncreate index concurrently ix_books_title on books (title);',
  revert: '--! no-transaction\ndrop index concurrently ix_books_title;',
};
const NO_TITLE: Draft = { message: 'Drop title', body: 'alter table books drop title;', revert: 'alter table books add title text;' };
const FORGETS: Draft = {
  message: 'Comment books',
  body: "comment on table books is 'Ours'; alter table books add isbn text;",
  revert: 'alter table books drop isbn;',
};
const STUCK: Draft = { message: 'Change boks', body: 'alter table boks add isbn text;', revert: 'alter table boks drop isbn;' };
const FOREVER: Draft = { message: 'Empty books', body: 'delete from books;', revert: { irreversible: 'they are gone' } };

/** Proves a history from base to head. @param wanted numbers of the revisions whose evidence is asked for */
async function proving(drafts: readonly Draft[], wanted: readonly number[] = []) {
  const path = revisionsOf(...drafts);
  const told: string[] = [];
  let proof: Awaited<ReturnType<typeof proveHistory>> | undefined;
  await withShadowSource(async (source) => {
    proof = await proveHistory({
      source,
      history: { revisions: path },
      path,
      wanted: new Set(path.filter(({ number }) => wanted.includes(number)).map(({ hash }) => hash)),
      godwitVersion: '0.0.0-test',
      onProved: ({ number }) => told.push(String(number)),
    });
  });
  if (proof === undefined) throw new Error('it has not run');
  const { proved, failures, untried, evidence } = proof;
  const numberOf = (hash: string): number | undefined => path.find((one) => one.hash === hash)?.number;
  return {
    proved,
    untried,
    failures: failures.map(({ message }) => message),
    told,
    evidence: [...evidence].map(([hash, one]) => [numberOf(hash), one] as const),
  };
}

describe('one pass over the history', () => {
  test('proves every revision, in and outside a transaction, irreversible ones too', async () => {
    expect(await proving([BOOKS, YEAR, INDEX, FOREVER])).toEqual({
      proved: 4,
      untried: 0,
      failures: [],
      told: ['1', '2', '3', '4'],
      evidence: [],
    });
  });

  test('a column that can only come back last is no fault', async () => {
    expect(await proving([BOOKS, YEAR, NO_TITLE])).toMatchObject({ proved: 3, failures: [] });
  });

  test('one that does not hold is told, and those after it are proved all the same', async () => {
    const { proved, untried, failures } = await proving([BOOKS, FORGETS, YEAR, INDEX]);
    expect({ proved, untried }).toEqual({ proved: 3, untried: 0 });
    expect(failures).toEqual([expect.stringContaining('000002-comment-books')]);
  });

  test('after one that cannot be applied nothing is tried', async () => {
    const { proved, untried, failures } = await proving([BOOKS, STUCK, YEAR, INDEX]);
    expect({ proved, untried }).toEqual({ proved: 1, untried: 2 });
    expect(failures).toEqual([expect.stringContaining('relation "boks" does not exist')]);
  });

  test('gives evidence of those for which it is wanted, as commit would have written it', async () => {
    const { evidence, proved } = await proving([BOOKS, YEAR, NO_TITLE], [2, 3]);
    expect(proved).toBe(3);
    expect(evidence.map(([number]) => number)).toEqual([2, 3]);
    const [, year] = evidence[0] ?? [];
    expect(year).toMatchObject({
      seeds: null,
      columnsLast: [],
      up: { locks: [{ object: 'public.books', mode: 'ACCESS EXCLUSIVE' }], rewrites: [] },
    });
    expect(evidence[1]?.[1]).toMatchObject({ columnsLast: ['column public.books.title'] });
    expect(year && parseProof(serializeProof(year))).toEqual(year);
  });
});

const ROWS = "insert into books values (1, 'A long title'), (2, 'Short')";

/** Runs on a database at head with rows in it. */
async function overRows<T>(
  drafts: readonly Draft[],
  run: (shadow: HistoryShadow, path: readonly Revision[]) => Promise<T>,
): Promise<T | undefined> {
  const path = revisionsOf(...drafts);
  const head = path.at(-1);
  if (head === undefined) throw new Error('nothing to begin with');
  let result: T | undefined;
  await withShadowSource(async (empty) => {
    const seeds: Seeds = { digest: 'rows', load: (database) => withClient(database, async (client) => void (await client.query(ROWS))) };
    const target = { kind: 'revision', revision: head } as const;
    await withHistoryShadow({ source: { ...empty, seeds }, history: { revisions: path }, target, seeds: true }, async (shadow) => {
      result = await run(shadow, path);
    });
  });
  return result;
}

const CUT: Draft = {
  message: 'Widen title',
  body: 'alter table books alter title type text;',
  revert: 'alter table books alter title type varchar(3);',
};
const NEEDS_VALUE: Draft = {
  message: 'Add shelf',
  body: 'alter table books add shelf int not null;',
  revert: 'alter table books drop shelf;',
};
const FILLED: Draft = {
  message: 'Fill shelf',
  body: 'alter table books alter shelf set default 1;',
  revert: 'alter table books alter shelf drop default;',
};

describe('over the rows of the seeds', () => {
  const numbers = (drafts: readonly Draft[]) =>
    overRows(drafts, async (shadow, path) => {
      const held = await heldOverSeeds({ shadow, path });
      return path.filter(({ hash }) => held.has(hash)).map(({ number }) => number);
    });

  test('every revision is taken down, up and down again', async () => {
    expect(await numbers([BOOKS, YEAR, INDEX])).toEqual([1, 2, 3]);
  });

  test('one whose way up came before the rows has only its way back tried', async () => {
    expect(await numbers([BOOKS, NEEDS_VALUE, FILLED, YEAR])).toEqual([1, 3, 4]);
  });

  test('nothing before a way back that the rows do not bear, or before one that is missing, holds', async () => {
    expect(await numbers([BOOKS, CUT, YEAR])).toEqual([3]);
    expect(await numbers([BOOKS, { ...YEAR, revert: null }, INDEX])).toEqual([3]);
  });

  test('a way back that they do not bear is told', async () => {
    const way = await overRows([BOOKS, CUT, YEAR], (shadow, path) => revertSeeded(shadow, path, {}));
    expect(way).toMatchObject({ reverted: 1, failure: { sqlState: '22001', message: expect.stringContaining('000002-widen-title') } });
    expect(await overRows([BOOKS, YEAR, INDEX], (shadow, path) => revertSeeded(shadow, path, {}))).toEqual({ reverted: 3, failure: null });
  });
});

describe('the whole history', () => {
  const cycle = (drafts: readonly Draft[], base: Catalog = EMPTY) =>
    overRows(drafts, async (shadow, path) => {
      const { failure, stoppedAt, ...rest } = await cycleHistory(shadow, { path, base });
      const { rows } = await shadow.client.query("select to_regclass('books') is not null as up");
      return { ...rest, stoppedAt: stoppedAt?.number ?? null, failure: failure?.message ?? null, up: rows[0].up };
    });

  test('goes down to base and up again', async () => {
    expect(await cycle([BOOKS, YEAR, INDEX], await emptyCatalog())).toEqual({ reverted: 3, stoppedAt: null, failure: null, up: true });
  });

  test('goes as far as there is a way back, also where a column comes back last', async () => {
    const two: Draft = {
      message: 'Add two',
      body: 'alter table books add year int, add isbn text;',
      revert: 'alter table books drop isbn, drop year;',
    };
    const one: Draft = { message: 'Drop year', body: 'alter table books drop year;', revert: 'alter table books add year int;' };
    expect(await cycle([BOOKS, two, FOREVER, one])).toEqual({ reverted: 1, stoppedAt: 3, failure: null, up: true });
  });

  test('what is left at base is told', async () => {
    const kept: Draft = { message: 'Create shelf', body: 'create table shelf ();', revert: 'select;' };
    expect(await cycle([BOOKS, kept], await emptyCatalog())).toMatchObject({
      reverted: 2,
      failure: 'The way back does not lead back: 1 difference to before the first revision',
      up: false,
    });
  });

  test('what comes back otherwise is told', async () => {
    const once: Draft = {
      message: 'Index once',
      body: `do $$ begin
        if not exists (select from pg_extension where extname = 'pg_trgm') then
          create extension pg_trgm;
          create index books_title_idx on books (title);
        end if;
      end $$;`,
      revert: 'drop index if exists books_title_idx;',
    };
    expect((await cycle([BOOKS, once], await emptyCatalog()))?.failure).toContain('the whole history makes something else');
  });

  test('a way back that the rows do not bear is told', async () => {
    expect((await cycle([BOOKS, CUT]))?.failure).toContain('000002-widen-title');
  });
});

const EMPTY: Catalog = { format: 1, objects: {}, extensions: {} };

async function emptyCatalog(): Promise<Catalog> {
  let catalog = EMPTY;
  await withDatabase(async ({ client }) => {
    catalog = await extractCatalog(client);
  });
  return catalog;
}
