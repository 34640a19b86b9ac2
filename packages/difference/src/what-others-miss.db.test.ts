import { compareCatalogs, describeDifference, extractCatalog, narrowCatalog } from '@godwit/catalog';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDifference, renderDifference, type SchemaDifference, type SchemaSnapshot, takeSnapshot } from './index.ts';
import { smallSchema } from './testing/small-schema.ts';
import { missedChanges as cases } from './testing/what-others-miss.ts';

const schemaOf = (at: number) => `c${at + 1}`;

let database: TestDatabase;
let close: () => void = () => undefined;
let closed: Promise<void>;
let before: SchemaSnapshot;
let after: SchemaSnapshot;
let there: SchemaDifference;
let back: SchemaDifference;

// One database with a schema a case: snapshots are what takes time.
beforeAll(async () => {
  await new Promise<void>((ready, fail) => {
    closed = withDatabase(async (opened) => {
      database = opened;
      ready();
      await new Promise<void>((finish) => {
        close = finish;
      });
    });
    closed.catch(fail);
  });
  const { client } = database;
  await client.query(cases.map((_, at) => smallSchema(schemaOf(at))).join('\n'));
  before = await takeSnapshot(client);
  for (const [at, { sql }] of cases.entries()) await client.query(sql.replaceAll('S.', `${schemaOf(at)}.`));
  after = await takeSnapshot(client);
  there = await findDifference({ from: before, to: after });
  back = await findDifference({ from: after, to: before });
});

afterAll(async () => {
  close();
  await closed;
});

test.each(cases.map((one, at) => ({ ...one, schema: schemaOf(at) })))('$name is found, and can be taken back', ({ schema, statements }) => {
  const ours = (difference: SchemaDifference) =>
    difference.statements.filter(({ sql, object }) => `${object} ${sql}`.match(new RegExp(`\\b${schema}\\.`)));
  expect(renderDifference({ statements: ours(there) })).toMatch(new RegExp(statements.source.replaceAll('S\\.', `${schema}\\.`)));
  expect(ours(back).length).toBeGreaterThan(0);
});

test('nothing is left that cannot be done', () => {
  expect([...there.unmodelled, ...back.unmodelled]).toEqual([]);
});

test('the statements lead back, and there again, with equal catalogs', async () => {
  const { client } = database;
  const left = async (difference: SchemaDifference, to: SchemaSnapshot) => {
    await client.query(`set check_function_bodies = off; ${renderDifference(difference)}`);
    const catalogs = [to.catalog, await extractCatalog(client)] as const;
    return cases.flatMap(({ name }, at) => {
      const [wanted, made] = catalogs.map((catalog) => narrowCatalog(catalog, { schemas: [schemaOf(at)] }));
      const lines = wanted && made ? compareCatalogs(wanted, made).flatMap(describeDifference) : [];
      return lines.map((line) => `${name}: ${line}`);
    });
  };
  expect(await left(back, before)).toEqual([]);
  expect(await left(there, after)).toEqual([]);
});
