import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileIncludes } from './compile-includes.ts';
import { withMigrations } from './testing/migrations-folder.ts';

/** What becomes of a text, with these files in `fixtures/`; errors speak of paths relative to the folder. */
async function compile(text: string, fixtures: Readonly<Record<string, string | Uint8Array>>, prepare?: (folder: string) => void) {
  const files = Object.fromEntries(Object.entries(fixtures).map(([name, content]) => [`fixtures/${name}`, content]));
  return withMigrations(files, (folder) => {
    prepare?.(folder);
    try {
      const compiled = compileIncludes({ text, file: join(folder, 'current.sql'), folder });
      return { text: compiled.text, included: compiled.included.map((path) => path.replace(`${folder}/`, '')) };
    } catch (error) {
      if (error instanceof Error) error.message = error.message.replaceAll(`${folder}/`, '');
      throw error;
    }
  });
}

describe('an include', () => {
  test('is expanded between its two marks', async () => {
    const { text, included } = await compile('select 1;\n--!include touch.sql\nselect 3;\n', { 'touch.sql': '\nselect 2;\n\n' });
    expect(text).toBe('select 1;\n--! Included touch.sql\nselect 2;\n--! EndIncluded touch.sql\nselect 3;\n');
    expect(included).toEqual(['fixtures/touch.sql']);
  });

  test('may include others, may be used twice, may stand in a folder', async () => {
    const { text, included } = await compile('--! include  a/one.sql \n--!\tinclude two.sql\n--!include a/one.sql', {
      'a/one.sql': '--!include two.sql',
      'two.sql': 'select 2;',
    });
    const two = '--! Included two.sql\nselect 2;\n--! EndIncluded two.sql';
    const one = `--! Included a/one.sql\n${two}\n--! EndIncluded a/one.sql`;
    expect(text).toBe([one, two, one].join('\n'));
    expect(included).toEqual(['fixtures/a/one.sql', 'fixtures/two.sql']);
  });

  test('leaves $ and other signs of its file alone', async () => {
    const body = "select $$a$&b$1$$, '$`';";
    expect((await compile('--!include f.sql', { 'f.sql': body })).text).toContain(`\n${body}\n`);
  });

  test('says of each line where it was written', async () => {
    await withMigrations({ 'fixtures/a.sql': '\n\nselect 2;\n--!include b.sql\n', 'fixtures/b.sql': '  select 3;\n' }, (folder) => {
      const { text, origins } = compileIncludes({ text: 'select 1;\n--!include a.sql\nselect 4;', file: 'current.sql', folder });
      const told = text.split('\n').map((line, index) => [line, origins[index]?.path.replace(`${folder}/`, ''), origins[index]?.line]);
      expect(told).toEqual([
        ['select 1;', 'current.sql', 1],
        ['--! Included a.sql', 'current.sql', 2],
        ['select 2;', 'fixtures/a.sql', 3],
        ['--! Included b.sql', 'fixtures/a.sql', 4],
        ['select 3;', 'fixtures/b.sql', 1],
        ['--! EndIncluded b.sql', 'fixtures/a.sql', 4],
        ['--! EndIncluded a.sql', 'current.sql', 2],
        ['select 4;', 'current.sql', 3],
      ]);
    });
  });

  test('gives the same text with LF, CRLF and a byte order mark', async () => {
    const plain = await compile('--!include f.sql\nselect 1;\n', { 'f.sql': 'a\nb\n' });
    expect(await compile('--!include f.sql\r\nselect 1;\r\n', { 'f.sql': 'a\r\nb\r\n' })).toEqual(plain);
    expect(await compile('--!include f.sql\nselect 1;\n', { 'f.sql': '\uFEFFa\r\nb\n' })).toEqual(plain);
  });

  test('through a link inside the folder is the file that it leads to', async () => {
    const { included } = await compile('--!include link.sql', { 'f.sql': 'a' }, (folder) =>
      symlinkSync('f.sql', join(folder, 'fixtures/link.sql')),
    );
    expect(included).toEqual(['fixtures/f.sql']);
  });
});

test('a tree of files is put together in the order of a walk through it', async () => {
  // File n includes only files of higher numbers, so there is no circle.
  const trees = fc.array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: 1, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(trees, async (choices) => {
      const includes = choices.map((row, index) =>
        [...new Set(row.map((choice) => index + 1 + (choice % choices.length)))].filter((next) => next < choices.length),
      );
      const fixtures = Object.fromEntries(
        includes.map((next, index) => [`${index}.sql`, [`select ${index};`, ...next.map((other) => `--!include ${other}.sql`)].join('\n')]),
      );
      const walk = (index: number): string[] => [`select ${index};`, ...(includes[index] ?? []).flatMap(walk)];
      const { text, included } = await compile('--!include 0.sql\n', fixtures);
      expect(text.split('\n').filter((line) => line.startsWith('select'))).toEqual(walk(0));
      expect(new Set(included)).toEqual(new Set(walk(0).map((line) => `fixtures/${/[0-9]+/.exec(line)?.[0]}.sql`)));
      const depth: string[] = [];
      for (const line of text.split('\n')) {
        const [, mark, name = ''] = /^--! (Included|EndIncluded) (.*)$/.exec(line) ?? [];
        if (mark === 'Included') depth.push(name);
        if (mark === 'EndIncluded') expect(depth.pop()).toBe(name);
      }
      expect(depth).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('a text without includes is left as it is, apart from its line endings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(compileIncludes({ text, file: 'current.sql', folder: '/nowhere' })).toMatchObject({
        text: text.replaceAll('\r\n', '\n'),
        included: [],
      });
    }),
  );
});

describe('refused', () => {
  test.each(['../secret.sql', 'a/../../secret.sql', '/etc/secret.sql', 'C:\\secret.sql'])('%s, which leads out', async (include) => {
    await expect(
      compile(`select 1;\n--!include ${include}`, { 'a/x.sql': '' }, (folder) => writeFileSync(join(folder, 'secret.sql'), 'x')),
    ).rejects.toMatchObject({
      code: 'GW050',
      message: `The include ${include} is outside fixtures`,
      frame: { line: 2 },
    });
  });

  test.each(['file', 'folder'])('a link to a %s outside', async (kind) => {
    const prepare = (folder: string) => {
      mkdirSync(join(folder, 'out'));
      writeFileSync(join(folder, 'out/secret.sql'), 'x');
      symlinkSync(
        join(folder, kind === 'file' ? 'out/secret.sql' : 'out'),
        join(folder, 'fixtures', kind === 'file' ? 'link.sql' : 'link'),
      );
    };
    const include = kind === 'file' ? 'link.sql' : 'link/secret.sql';
    await expect(compile(`--!include ${include}`, { 'x.sql': '' }, prepare)).rejects.toMatchObject({
      code: 'GW050',
      details: [expect.stringContaining('out/secret.sql')],
    });
  });

  test('a circle, with its chain and the place that closes it', async () => {
    const fixtures = { 'a.sql': 'select 1;\n--!include b.sql', 'b.sql': '\n\n--!include a.sql' };
    await expect(compile('--!include a.sql', fixtures)).rejects.toMatchObject({
      code: 'GW051',
      message: 'Includes go in a circle: current.sql → a.sql → b.sql → a.sql',
      frame: { file: expect.stringContaining('fixtures/b.sql'), line: 3 },
    });
  });

  test('a circle through a link', async () => {
    const link = (folder: string) => symlinkSync('a.sql', join(folder, 'fixtures/again.sql'));
    await expect(compile('--!include a.sql', { 'a.sql': '--!include again.sql' }, link)).rejects.toMatchObject({ code: 'GW051' });
  });

  test('a file that is not there, with those that are', async () => {
    await expect(compile('--!include functions/touhc.sql', { 'functions/touch.sql': '', 'other.sql': '' })).rejects.toMatchObject({
      code: 'GW052',
      message: 'There is no fixtures/functions/touhc.sql to include',
      suggestions: ['functions/touch.sql'],
    });
  });

  test('a file when there is no fixtures/', async () => {
    await expect(compile('--!include x.sql', {})).rejects.toMatchObject({
      code: 'GW052',
      help: expect.stringMatching(/^create .*fixtures\/x\.sql$/),
    });
  });

  test('a folder', async () => {
    await expect(compile('--!include d.sql', { 'd.sql/x.sql': '' })).rejects.toMatchObject({ code: 'GW052' });
  });

  test.each(['--!include touch', '-- !include touch.sql', '  --!include touch.sql', '--!INCLUDE touch.sql', '--!include touch.sql;'])(
    '%s, which would only be a comment',
    async (line) => {
      await expect(compile(`select 1;\n${line}`, { 'touch.sql': '' })).rejects.toMatchObject({ code: 'GW053', line, frame: { line: 2 } });
    },
  );

  test('a file that is not UTF-8', async () => {
    await expect(compile('--!include f.sql', { 'f.sql': Buffer.from([0x61, 0xff]) })).rejects.toMatchObject({
      code: 'GW005',
      byteOffset: 1,
    });
  });
});
