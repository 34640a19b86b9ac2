import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as systems from '../src/index.ts';
import { DuplicateQuery } from '../tools/errors.ts';
import { readOurQueries } from '../tools/read-our-queries.ts';

test('a name is given once in all files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'godwit-queries-'));
  for (const system of ['a', 'b']) {
    mkdirSync(join(folder, 'src', system), { recursive: true });
    writeFileSync(join(folder, 'src', system, 'one.sql'), '/* @name One */\nselect 1 as one;\n');
  }
  const error = await readOurQueries(folder, 'packages/x').catch((reason: unknown) => reason);
  rmSync(folder, { recursive: true });
  expect(error).toBeInstanceOf(DuplicateQuery);
  expect(error).toMatchObject({
    message: 'packages/x/src/b/one.sql:2 is a second query named One; the first is in packages/x/src/a/one.sql',
  });
});

test('every query of ours is exported by its system', async () => {
  const exported = Object.values(systems).flatMap((system) => (typeof system === 'object' ? Object.keys(system) : []));
  const { queries } = await readOurQueries(fileURLToPath(new URL('..', import.meta.url)));
  const names = queries.map(({ name }) => name.slice(0, 1).toLowerCase() + name.slice(1));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !exported.includes(name))).toEqual([]);
});
