import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as systems from '../src/index.ts';
import { DuplicateQuery, UnreadableQueryFile } from '../tools/errors.ts';
import { parseQueryFile, readQueries } from '../tools/query-file.ts';

test('reads every query of a file, with $1 in the place of a name', () => {
  const text = '/* Why. */\n/* @name One */\nselect :a!::int4;\n\n/* @name Two */\nselect :b::text, :a::text, :b::text;\n';
  expect(parseQueryFile('src/x/y.sql', text)).toMatchObject([
    { name: 'One', statement: 'select $1::int4', offset: text.indexOf('select :a') },
    { name: 'Two', statement: 'select $1::text, $2::text, $1::text', offset: text.indexOf('select :b') },
  ]);
});

test('says where a file stops being one of queries', () => {
  const error = capture(() => parseQueryFile('src/x/y.sql', '/* @name One */\nselect 1;\n\nselect 2;\n'));
  expect(error).toBeInstanceOf(UnreadableQueryFile);
  expect(error).toMatchObject({ code: 'GW390', frame: { file: 'src/x/y.sql', line: 4, column: 1 } });
});

test('refuses a character that would put parameters in the wrong places', () => {
  const error = capture(() => parseQueryFile('src/x/y.sql', "/* @name One */\nselect '🦅' as bird, :id!::int4 as id;\n"));
  expect(error).toBeInstanceOf(UnreadableQueryFile);
  expect(error).toMatchObject({ frame: { line: 2, column: 9 } });
});

test('a file without a query is a mistake', () => {
  expect(capture(() => parseQueryFile('src/x/y.sql', '/* later */\n'))).toBeInstanceOf(UnreadableQueryFile);
});

test('a name is given once in all files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'godwit-queries-'));
  for (const system of ['a', 'b']) {
    mkdirSync(join(folder, 'src', system), { recursive: true });
    writeFileSync(join(folder, 'src', system, 'one.sql'), '/* @name One */\nselect 1 as one;\n');
  }
  const error = capture(() => readQueries(folder, 'packages/x'));
  rmSync(folder, { recursive: true });
  expect(error).toBeInstanceOf(DuplicateQuery);
  expect(error).toMatchObject({
    message: 'packages/x/src/b/one.sql:2 is a second query named One; the first is in packages/x/src/a/one.sql',
  });
});

test('every query of ours is exported by its system', () => {
  const exported = Object.values(systems).flatMap((system) => (typeof system === 'object' ? Object.keys(system) : []));
  const names = readQueries(fileURLToPath(new URL('..', import.meta.url))).map(
    ({ name }) => name.slice(0, 1).toLowerCase() + name.slice(1),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !exported.includes(name))).toEqual([]);
});

function capture(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
