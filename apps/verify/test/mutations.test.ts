import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mutations } from '../src/mutations/index.ts';

const VERIFY = fileURLToPath(new URL('../../../migrations/verify', import.meta.url));

const all = Object.entries(mutations).flatMap(([system, list]) => list.map((mutation) => ({ system, ...mutation })));

test('no two mutations of a system share a name or do the same', () => {
  expect(new Set(all.map(({ system, name }) => `${system} ${name}`)).size).toBe(all.length);
  expect(new Set(all.map(({ sql }) => sql)).size).toBe(all.length);
});

test('each is caught, by checks of its system', () => {
  expect(all.filter(({ system, caught }) => caught.length === 0 || !caught.every((title) => title.startsWith(`${system}/`)))).toEqual([]);
});

test('each file of checks catches one', () => {
  const files = Object.keys(mutations).flatMap((system) =>
    readdirSync(`${VERIFY}/${system}`).map((file) => `${system}/${file.replace(/\.sql$/, '')}`),
  );
  const catching = new Set(all.flatMap(({ caught }) => caught.map((title) => title.slice(0, title.indexOf(':')))));
  expect(files.filter((file) => !catching.has(file))).toEqual([]);
});
