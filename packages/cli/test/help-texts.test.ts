import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BACKFILL_DEFINITIONS } from '../src/definitions/backfill.ts';
import { DATABASE_DEFINITIONS } from '../src/definitions/database.ts';
import { DEFINITIONS } from '../src/definitions/index.ts';

const PACKAGES = join(import.meta.dirname, '..', '..');

/** In quotes, after a colon, or first in a line of a help text: not the schema `godwit`, not the name in a sentence. */
const COMMAND = /(?:[`'"(]|: |\\n {0,4}|then |or )godwit (db |backfill )?([a-z]+)/g;

const commands = new Set(DEFINITIONS.map(({ name }) => name));
const further: Readonly<Record<string, ReadonlySet<string>>> = {
  'db ': new Set(DATABASE_DEFINITIONS.map(({ name }) => name)),
  'backfill ': new Set(BACKFILL_DEFINITIONS.map(({ name }) => name)),
};

test('help texts of all packages name commands that exist', () => {
  const unknown = sources().flatMap((file) =>
    [...withoutComments(readFileSync(join(PACKAGES, file), 'utf8')).matchAll(COMMAND)]
      .filter(([, program = '', word = '']) => !['db', 'backfill'].includes(word) && !(further[program] ?? commands).has(word))
      .map(([found]) => `${file}: ${found}`),
  );
  expect(unknown).toEqual([]);
});

function sources(): string[] {
  return globSync('*/src/**/*.{ts,sql}', { cwd: PACKAGES }).filter((file) => !/\.test\.ts$|\/testing\//.test(file));
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(\/?\*|\/\/).*$/gm, '').replaceAll(/\/\*\*.*?\*\//g, '');
}
