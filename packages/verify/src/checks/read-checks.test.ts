import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { historyOf } from '../testing/a-history.ts';
import { listSystems, readChecks } from './read-checks.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A migrations folder with these files in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'godwit-verify-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const read = (folder: string) => readChecks({ ...historyOf(), folder });

const check = (name: string) => `--! Check: ${name}\nselect 1 as expected, 1 as found;\n`;

test('checks come by system, file and place', async () => {
  const folder = folderWith({
    'verify/verse/users.sql': check('five'),
    'verify/shelf/ratings.sql': check('three') + check('four'),
    'verify/shelf/books.sql': `\uFEFF${check('one')}${check('two')}`,
    'verify/shelf/notes.txt': 'not a check',
    'verify/README.md': 'nor this',
  });
  const { checks, systems, problems } = await read(folder);
  expect(checks.map(({ name }) => name)).toEqual(['one', 'two', 'three', 'four', 'five']);
  expect(checks[2]?.file).toMatchObject({ system: 'shelf', topic: 'ratings', path: join(folder, 'verify/shelf/ratings.sql') });
  expect(systems).toEqual(['shelf', 'verse']);
  expect(problems).toEqual([]);
  expect(listSystems(folder)).toEqual(['shelf', 'verse']);
});

test('what is wrong with one file leaves the others readable', async () => {
  const folder = folderWith({ 'verify/shelf/a.sql': 'select 1', 'verify/shelf/b.sql': check('one'), 'verify/c.sql': check('two') });
  const { checks, problems } = await read(folder);
  expect(checks.map(({ name }) => name)).toEqual(['one']);
  expect(problems.map(({ code, help }) => [code, help])).toEqual([
    ['GW567', `move it: ${join(folder, 'verify/<system>/c.sql')}`],
    ['GW565', expect.any(String)],
  ]);
});

test('no folder, and no file in it', async () => {
  for (const files of [{}, { 'verify/shelf/notes.txt': '' }]) {
    const folder = folderWith(files);
    await expect(read(folder)).rejects.toMatchObject({ code: 'GW560' });
    expect(listSystems(folder)).toEqual([]);
  }
});
