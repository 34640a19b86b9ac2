import { describe, expect, test } from 'vitest';
import { withTestProject } from '../testing/migrations-folder.ts';
import { frameInCurrent } from './frame-in-current.ts';
import { readCurrent } from './read-current.ts';

/** Where the author finds a word of the body, relative to the project. */
async function placeOf(word: string, files: Readonly<Record<string, string>>) {
  return withTestProject(files, ({ root, folder }) => {
    const current = readCurrent(folder);
    const { file, line, column } = frameInCurrent(current, current.body.indexOf(word));
    return `${file.replace(`${root}/`, '')}:${line}:${column}`;
  });
}

describe('a place in the body is shown where it was written', () => {
  const files = {
    'migrations/current/001-a.sql': '--! Message: Add a\n\n\n  create table a ();\n',
    'migrations/current/002-b.sql': 'select 1;\n--!include deep/f.sql\nselect 2;\n',
    'migrations/fixtures/deep/f.sql': '\n-- f\n  create function f();\n',
  };

  test.each([
    ['create table', 'migrations/current/001-a.sql:4:3'],
    ['select 2', 'migrations/current/002-b.sql:3:1'],
    ['create function', 'migrations/fixtures/deep/f.sql:3:3'],
  ])('%s', async (word, place) => {
    expect(await placeOf(word, files)).toBe(place);
  });

  test('in current.sql below its headers', async () => {
    expect(await placeOf('boom', { 'migrations/current.sql': '--! Message: x\r\n\r\nselect 1,\r\n  boom;\r\n' })).toBe(
      'migrations/current.sql:4:3',
    );
  });
});

test('a revision without a transaction says so in its first line, and is one file', async () => {
  const body = '--! no-transaction\ncreate index concurrently on a (b);\n';
  await withTestProject({ 'migrations/current.sql': body }, ({ folder }) => {
    expect(readCurrent(folder)).toMatchObject({ body, transactional: false, headers: {} });
  });
  await withTestProject({ 'migrations/current/1.sql': body }, ({ folder }) => {
    expect(() => readCurrent(folder)).toThrow(expect.objectContaining({ code: 'GW332', frame: expect.objectContaining({ line: 1 }) }));
  });
});

test('errors name the file and what to do', async () => {
  await withTestProject({ 'migrations/current/1.sql': '', 'migrations/current/001-b.sql': '' }, ({ folder }) => {
    expect(() => readCurrent(folder)).toThrow(
      expect.objectContaining({ code: 'GW331', message: expect.stringContaining('001-b.sql has the number 1 too') }),
    );
  });
  await withTestProject({ 'migrations/current/tables.sql': '' }, ({ folder }) => {
    expect(() => readCurrent(folder)).toThrow(expect.objectContaining({ code: 'GW331', path: expect.stringMatching(/tables\.sql$/) }));
  });
  await withTestProject({ 'migrations/current/1.sql': '', 'migrations/current.sql': '' }, ({ folder }) => {
    expect(() => readCurrent(folder)).toThrow(expect.objectContaining({ code: 'GW330', help: expect.stringContaining('rm ') }));
  });
});
