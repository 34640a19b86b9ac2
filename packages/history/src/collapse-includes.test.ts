import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collapseIncludes } from './collapse-includes.ts';
import { compileIncludes } from './compile-includes.ts';
import { withMigrations } from './testing/migrations-folder.ts';

const WRITTEN = 'select 1;\n--!include a.sql\nselect 3;\n--!include b.sql\n';

const FIXTURES = { 'fixtures/a.sql': 'select 2;\n--!include b.sql\n', 'fixtures/b.sql': '\nselect 4;\n' };

function compile(text: string, folder: string): string {
  return compileIncludes({ text, file: 'current.sql', folder }).text;
}

test('leads back to what was written', async () => {
  await withMigrations(FIXTURES, (folder) => {
    expect(collapseIncludes(compile(WRITTEN, folder), folder)).toBe(WRITTEN);
  });
});

test('a fixture that has changed since stays as it was committed, an unchanged one inside it does not', async () => {
  await withMigrations(FIXTURES, (folder) => {
    const compiled = compile(WRITTEN, folder);
    writeFileSync(join(folder, 'fixtures/a.sql'), 'select 22;\n--!include b.sql\n');
    const collapsed = collapseIncludes(compiled, folder);
    expect(collapsed).toBe(
      'select 1;\n--! Included a.sql\nselect 2;\n--!include b.sql\n--! EndIncluded a.sql\nselect 3;\n--!include b.sql\n',
    );
    expect(compile(collapsed, folder)).toBe(compiled);
  });
});

test('without its fixtures, and with marks that nothing ends, a text is left as it is', async () => {
  await withMigrations(FIXTURES, (folder) => {
    const compiled = compile(WRITTEN, folder);
    rmSync(join(folder, 'fixtures'), { recursive: true });
    expect(collapseIncludes(compiled, folder)).toBe(compiled);
  });
  const cut = '--! Included a.sql\nselect 2;\n';
  await withMigrations(FIXTURES, (folder) => expect(collapseIncludes(cut, folder)).toBe(cut));
});
