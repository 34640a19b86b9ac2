import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BigIntParameter } from '@godwit/queries/values';
import { expect, expectTypeOf, test } from 'vitest';

/** The generated types of every statement: what PostgreSQL says of it. */
interface Statements {
  'shelf-book-embeddings': {
    read: import('../backfills/shelf-book-embeddings/read.queries.ts').IReadQuery;
    work: import('../backfills/shelf-book-embeddings/work.queries.ts').IWorkQuery;
    remaining: import('../backfills/shelf-book-embeddings/remaining.queries.ts').IRemainingQuery;
    verify: import('../backfills/shelf-book-embeddings/verify.queries.ts').IVerifyQuery;
  };
  'shelf-fingerprints': {
    work: import('../backfills/shelf-fingerprints/work.queries.ts').IWorkQuery;
    workKeys: import('../backfills/shelf-fingerprints/work-keys.queries.ts').IWorkKeysQuery;
    remaining: import('../backfills/shelf-fingerprints/remaining.queries.ts').IRemainingQuery;
    verify: import('../backfills/shelf-fingerprints/verify.queries.ts').IVerifyQuery;
  };
  'shelf-rating-dimensions': {
    work: import('../backfills/shelf-rating-dimensions/work.queries.ts').IWorkQuery;
    remaining: import('../backfills/shelf-rating-dimensions/remaining.queries.ts').IRemainingQuery;
    verify: import('../backfills/shelf-rating-dimensions/verify.queries.ts').IVerifyQuery;
  };
  'shelf-retire-stars': {
    work: import('../backfills/shelf-retire-stars/work.queries.ts').IWorkQuery;
    remaining: import('../backfills/shelf-retire-stars/remaining.queries.ts').IRemainingQuery;
    verify: import('../backfills/shelf-retire-stars/verify.queries.ts').IVerifyQuery;
  };
  'verse-insight-embeddings': {
    read: import('../backfills/verse-insight-embeddings/read.queries.ts').IReadQuery;
    work: import('../backfills/verse-insight-embeddings/work.queries.ts').IWorkQuery;
    remaining: import('../backfills/verse-insight-embeddings/remaining.queries.ts').IRemainingQuery;
    verify: import('../backfills/verse-insight-embeddings/verify.queries.ts').IVerifyQuery;
  };
  'verse-user-status': {
    work: import('../backfills/verse-user-status/work.queries.ts').IWorkQuery;
    remaining: import('../backfills/verse-user-status/remaining.queries.ts').IRemainingQuery;
    verify: import('../backfills/verse-user-status/verify.queries.ts').IVerifyQuery;
  };
}

/** What the engine gives and takes. All our backfills walk a table whose key is `id`, an integer. */
interface Walked {
  remaining: { params: { n: BigIntParameter }; result: { id: number } };
  verify: { params: Range; result: { id: number; expected: unknown; actual: unknown } };
}

/** The first key and the last one. */
interface Range {
  from: number;
  to: number;
}

/** In the mode `sql`. */
interface SetBased extends Walked {
  work: { params: Range };
}

/** The same with a statement for single keys. */
interface Keyed extends SetBased {
  workKeys: { params: { keys: number[] } };
}

/** In the mode `external`, where `work.sql` finds in a temporary table what it writes. What `read.sql` gives is checked where it is mapped. */
interface Staged extends Walked {
  read: { params: Range };
  work: { params: null };
}

type Shapes<Name extends keyof Statements> = { [File in keyof Statements[Name]]: Shape<File, Statements[Name][File]> };

type Shape<File, Query> = Query extends { params: infer Params; result: infer Row }
  ? File extends 'remaining' | 'verify'
    ? { params: Params; result: Told<Row> }
    : { params: Params extends object ? Params : null }
  : never;

/** A key is never null, though of unions and outer joins nobody knows. What is expected and what is there may be anything: it is cast to text. */
type Told<Row> = { [Column in keyof Row]: Column extends 'expected' | 'actual' ? unknown : NonNullable<Row[Column]> };

test('statements take what the engine gives, and give what it takes', () => {
  expectTypeOf<Shapes<'shelf-book-embeddings'>>().toEqualTypeOf<Staged>();
  expectTypeOf<Shapes<'shelf-fingerprints'>>().toEqualTypeOf<Keyed>();
  expectTypeOf<Shapes<'shelf-rating-dimensions'>>().toEqualTypeOf<SetBased>();
  expectTypeOf<Shapes<'shelf-retire-stars'>>().toEqualTypeOf<SetBased>();
  expectTypeOf<Shapes<'verse-insight-embeddings'>>().toEqualTypeOf<Staged>();
  expectTypeOf<Shapes<'verse-user-status'>>().toEqualTypeOf<SetBased>();
});

test('no statement is left out', () => {
  const folder = fileURLToPath(new URL('../backfills', import.meta.url));
  const generated = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.queries.ts'));
  expect(generated.length).toBeGreaterThan(0);
  const here = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  expect(generated.filter((path) => !here.includes(`'../backfills/${path.replaceAll('\\', '/')}'`))).toEqual([]);
});
