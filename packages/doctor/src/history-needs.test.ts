import { expect, test } from 'vitest';
import { historyNeeds } from './history-needs.ts';

const needs = (...bodies: string[]) =>
  historyNeeds({
    revisions: bodies.map((body, index) => ({
      body,
      name: `00000${index + 1}-x`,
      number: index + 1,
      digits: `00000${index + 1}`,
      slug: 'x',
      filename: `00000${index + 1}-x.sql`,
      ledgerName: `00000${index + 1}.sql`,
      hash: `sha1:${index}`,
      previousHash: null,
      message: null,
      headers: {},
      transactional: true,
      bodyLine: 5,
      path: '',
      revert: null,
    })),
  });

test('extensions are those that are there at head, with the first revision that creates them', async () => {
  const { extensions, schemas } = await needs(
    'create schema shelf; create extension if not exists vector with schema public;',
    'create extension "uuid-ossp"; create extension vector; create extension hstore; -- create extension postgis',
    "drop extension hstore; do $$ begin execute 'create extension nothing'; end $$;",
    'this is no SQL about an extension',
  );
  expect([...extensions]).toEqual([
    ['vector', '000001-x'],
    ['uuid-ossp', '000002-x'],
  ]);
  expect([...schemas]).toEqual(['shelf']);
});
