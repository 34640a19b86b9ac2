import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { seeds } from '@godwit/migrations/seeds';
import type { ShelfGenres, Tables } from '@godwit/queries/tables';
import { expect, test } from 'vitest';

const tables = Object.values(seeds).flatMap((system) => Object.entries(system));
const rowsOf = <T extends keyof Tables>(table: T): readonly Tables[T][] => {
  const found: Partial<{ [K in keyof Tables]: readonly Tables[K][] }> = {
    ...seeds.shelf,
    ...seeds.verse,
    ...seeds.anki,
    ...seeds.mam,
    ...seeds.charts,
  };
  return found[table] ?? [];
};

test('every system has some hundreds of rows, and no table is empty', () => {
  for (const system of Object.values(seeds)) {
    const counts = Object.values(system).map((rows: readonly object[]) => rows.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
  }
});

test('the type check refuses a column that is not there, a missing one and a value of another type', () => {
  // @ts-expect-error shelf.genres has no column colour
  const unknown: ShelfGenres = { name: 'Sagas', colour: 'red' };
  // @ts-expect-error shelf.genres.name is not null and has no default
  const missing: ShelfGenres = { id: 1 };
  // @ts-expect-error shelf.genres.name is text
  const wrong: ShelfGenres = { name: 1 };
  expect([unknown, missing, wrong]).toHaveLength(3);
});

test('all rows of a table name the same columns', () => {
  for (const [table, rows] of tables) {
    const shapes = new Set(rows.map((row: object) => Object.keys(row).sort().join(' ')));
    expect(shapes.size, table).toBe(1);
  }
});

test('the rows are the same in another process, time zone and language', () => {
  const script = `
    const { seeds } = await import(${JSON.stringify(import.meta.resolve('@godwit/migrations/seeds'))});
    process.stdout.write((await import('node:crypto')).createHash('sha256').update(JSON.stringify(seeds)).digest('hex'));`;
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' };
  const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
  expect(elsewhere).toBe(createHash('sha256').update(JSON.stringify(seeds)).digest('hex'));
});

test('there are accents, apostrophes, Cyrillic, Japanese, Hebrew and Greek', () => {
  const text = JSON.stringify(seeds);
  for (const sample of ['é', '’', 'Шумел', '夏目漱石', 'λόγος', 'חֶסֶד', 'ẹ']) expect(text).toContain(sample);
});

test('stars without seven dimensions are left for the backfill', () => {
  const rated = new Set(rowsOf('shelf.multi_dimensional_ratings').map((row) => `${row.user_id} ${row.book_id}`));
  const stars = rowsOf('shelf.user_books').filter((row) => row.rating != null);
  expect(stars.filter((row) => rated.has(`${row.user_id} ${row.book_id}`)).length).toBeGreaterThan(20);
  expect(stars.filter((row) => !rated.has(`${row.user_id} ${row.book_id}`)).length).toBeGreaterThan(20);
});
