import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serializeText } from '@godwit/history';
import fc from 'fast-check';
import { getCurrentMigrationLocation, readCurrentMigration, writeCurrentMigration } from 'graphile-migrate/dist/current.js';
import { parseMigrationText } from 'graphile-migrate/dist/migration.js';
import { parseSettings } from 'graphile-migrate/dist/settings.js';
import { describe, expect, test } from 'vitest';
import { withTestProject } from '../testing/migrations-folder.ts';
import { locateCurrent } from './current-location.ts';
import { layOutCurrent } from './lay-out-current.ts';
import { readCurrent } from './read-current.ts';

async function theirs(folder: string) {
  const settings = await parseSettings({ connectionString: 'postgres://localhost/app', migrationsFolder: folder });
  const location = await getCurrentMigrationLocation(settings);
  return { settings, location };
}

/** What both tools make of a folder: the header lines, the body; or that it is an error. */
async function readBoth(files: Readonly<Record<string, string>>) {
  return withTestProject(files, async ({ folder }) => {
    const read = async () => {
      const { settings, location } = await theirs(folder);
      const { headers, body } = parseMigrationText(location.path, await readCurrentMigration(settings, location), false);
      return { headers, body };
    };
    const ours = () => {
      const { headers, body } = readCurrent(folder);
      return { headers, body };
    };
    const error = 'an error';
    return {
      ours: await Promise.resolve()
        .then(ours)
        .catch(() => error),
      theirs: await read().catch(() => error),
    };
  });
}

/** Texts with what matters to either tool. */
const texts = fc
  .array(
    fc.constantFrom(
      'select 1;',
      '',
      '  ',
      '--! Message: one',
      '--! Created: now',
      '--! no-transaction',
      '-- x',
      '--! split: 2.sql',
      'create table a ();',
    ),
    { maxLength: 5 },
  )
  .map((lines) => lines.join('\n'));

const names = fc.constantFrom(
  '001.sql',
  '1-a.sql',
  '002-b_C.sql',
  '10.sql',
  '9-x.sql',
  '.hidden.sql',
  'notes.md',
  'x.sql',
  '3 a.sql',
  '0.sql',
  '7-.sql',
);

describe('what graphile-migrate reads', () => {
  test('current.sql', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const read = await readBoth({ 'migrations/current.sql': text });
        expect(read.ours).toEqual(read.theirs);
      }),
      { numRuns: 60 },
    );
  });

  test('the folder current/', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, texts, { maxKeys: 4, noNullPrototype: true }), async (parts) => {
        const files = Object.entries(parts).map(([name, text]) => [`migrations/current/${name}`, text]);
        const read = await readBoth({ 'migrations/current/readme': '', ...Object.fromEntries(files) });
        expect(read.ours).toEqual(read.theirs);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['neither', {}],
    ['both', { 'migrations/current.sql': '', 'migrations/current/1.sql': '' }],
    ['a folder called current.sql', { 'migrations/current.sql/1.sql': '' }],
    ['a file called current', { 'migrations/current': '' }],
    [
      'a header in two files',
      { 'migrations/current/1.sql': '--! Message: a\nselect 1;', 'migrations/current/2.sql': '--! Message: b\nselect 2;' },
    ],
  ])('%s', async (_, files: Record<string, string>) => {
    const read = await readBoth(files);
    expect(read.ours).toEqual(read.theirs);
  });
});

/** What is in the folder afterwards. */
async function contents(folder: string) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(paths.toSorted().map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')])),
  );
}

describe('what graphile-migrate writes', () => {
  const start = { 'migrations/current/1.sql': '', 'migrations/current/005-old.sql': 'select 5;\n', 'migrations/current/notes.md': '' };
  const bodies = fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('select 1;', '', '-- x', '  select 2;  ') },
        fc.constantFrom('--! split: 001.sql', '--! split: 002-b.sql', '--! split: 3-.sql', '--! split: x.sql', '--! split: 10.sql'),
      ),
      { maxLength: 7 },
    )
    .map((lines) => `${lines.join('\n').trim()}\n`);

  test.each(['file', 'folder'] as const)('a text to a %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (body, named) => {
        const text = named ? serializeText([['Message', 'Add a thing']], body) : body;
        const files = kind === 'folder' ? start : {};
        const expected = await withTestProject(files, async ({ folder }) => {
          const { settings, location } = await theirs(folder);
          try {
            await writeCurrentMigration(settings, location, text);
          } catch {
            return 'an error';
          }
          return contents(folder);
        });
        const actual = await withTestProject(files, async ({ folder }) => {
          try {
            await lay(folder, text);
          } catch {
            return 'an error';
          }
          return contents(folder);
        });
        expect(actual).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

/** Does what a layout says. */
async function lay(folder: string, text: string): Promise<void> {
  const { write, remove } = layOutCurrent(locateCurrent(folder), text);
  for (const path of remove) await rm(path);
  for (const { path, text: part } of write) {
    await mkdir(folder, { recursive: true });
    await writeFile(path, part);
  }
}

test('what was read from a folder goes back to the same files', async () => {
  const files = {
    'migrations/current/001-tables.sql': 'create table a ();\n',
    'migrations/current/2.sql': '-- then\n\ncreate index on a (b);\n',
  };
  await withTestProject(files, async (project) => {
    const before = await project.files();
    await lay(project.folder, readCurrent(project.folder).body);
    expect(await project.files()).toEqual(before);
  });
});
