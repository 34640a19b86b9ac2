import { expect, test } from 'vitest';
import { UnreadableQueryFile } from './errors.ts';
import { parseQueryFile } from './query-file.ts';

function errorOf(text: string): Promise<unknown> {
  return parseQueryFile('src/x/y.sql', text).then(
    () => null,
    (error: unknown) => error,
  );
}

test('reads every query of a file, with $1 in the place of a name', async () => {
  const text = '/* Why. */\n/* @name One */\nselect :a!::int4;\n\n/* @name Two */\nselect :b::text, :a::text, :b::text;\n';
  expect(await parseQueryFile('src/x/y.sql', text)).toMatchObject([
    { name: 'One', statement: 'select $1::int4', offset: text.indexOf('select :a') },
    { name: 'Two', statement: 'select $1::text, $2::text, $1::text', offset: text.indexOf('select :b') },
  ]);
});

test('says where a file stops being one of queries', async () => {
  const error = await errorOf('/* @name One */\nselect 1;\n\nselect 2;\n');
  expect(error).toBeInstanceOf(UnreadableQueryFile);
  expect(error).toMatchObject({ code: 'GW390', frame: { file: 'src/x/y.sql', line: 4, column: 1 } });
});

test('refuses a character that would put parameters in the wrong places', async () => {
  const error = await errorOf("/* @name One */\nselect '🦅' as bird, :id!::int4 as id;\n");
  expect(error).toBeInstanceOf(UnreadableQueryFile);
  expect(error).toMatchObject({ frame: { line: 2, column: 9 } });
});

test('a file without a query is a mistake', async () => {
  expect(await errorOf('/* later */\n')).toBeInstanceOf(UnreadableQueryFile);
});
