import { join } from 'node:path';
import fc from 'fast-check';
import { Logger } from 'graphile-migrate';
import { parseSettings } from 'graphile-migrate/dist/settings.js';
import { describe, expect, test } from 'vitest';
import { parseGmrc, readGmrc } from './read-gmrc.ts';
import { withMigrations } from './testing/migrations-folder.ts';

const empty = {
  connectionString: null,
  shadowConnectionString: null,
  rootConnectionString: null,
  databaseOwner: null,
  migrationsFolder: null,
  manageGraphileMigrateSchema: true,
  pgSettings: {},
  placeholders: {},
  blankMigrationContent: '-- Enter migration here\n',
  actions: { beforeReset: [], afterReset: [], beforeAllMigrations: [], afterAllMigrations: [], beforeCurrent: [], afterCurrent: [] },
  problems: [],
};

test('a full file is read', () => {
  const text = `{
    // a comment
    "//generatedWith": "1.4.1",
    migrationsFolder: 'db',
    manageGraphileMigrateSchema: false,
    pgSettings: { search_path: "app,public", statement_timeout: 0 },
    placeholders: { ":APP_USER": "!ENV", ":APP": "x" },
    beforeReset: "!roles.sql",
    beforeAllMigrations: ["godwit.sql", { _: "command", command: "pnpm x", shadow: true }],
    afterCurrent: { command: "old form" },
    blankMigrationContent: "-- go\\n",
  }`;
  expect(parseGmrc('.gmrc', text)).toEqual({
    ...empty,
    path: '.gmrc',
    found: true,
    migrationsFolder: 'db',
    manageGraphileMigrateSchema: false,
    pgSettings: { search_path: 'app,public', statement_timeout: '0' },
    placeholders: { ':APP_USER': '!ENV', ':APP': 'x' },
    blankMigrationContent: '-- go\n',
    actions: {
      ...empty.actions,
      beforeReset: [{ kind: 'sql', file: 'roles.sql', root: true, shadow: null }],
      beforeAllMigrations: [
        { kind: 'sql', file: 'godwit.sql', root: false, shadow: null },
        { kind: 'command', command: 'pnpm x', root: false, shadow: true },
      ],
      afterCurrent: [{ kind: 'command', command: 'old form', root: false, shadow: null }],
    },
  });
});

test('a missing file is one with nothing in it', async () => {
  await withMigrations({ '.gmrc': '{}' }, (folder) => {
    expect(readGmrc(join(folder, '.gmrc'))).toEqual({ ...empty, path: join(folder, '.gmrc'), found: true });
    expect(readGmrc(join(folder, 'other'))).toEqual({ ...empty, path: join(folder, 'other'), found: false });
    expect(() => readGmrc(folder)).toThrow(expect.objectContaining({ code: 'GW002' }));
  });
});

test('a key that graphile-migrate refuses is refused, with the one that was meant', () => {
  expect(() => parseGmrc('.gmrc', '{ placeholder: {}, embedded: true }')).toThrow(
    expect.objectContaining({
      code: 'GW061',
      keys: ['placeholder', 'embedded'],
      suggestions: ['placeholders'],
      help: expect.stringContaining('godwit.config.json'),
    }),
  );
});

test('broken JSON5 is shown with its place', () => {
  expect(() => parseGmrc('.gmrc', '{\n  placeholders: {\n    ":A" "x"\n  }\n}')).toThrow(
    expect.objectContaining({ code: 'GW060', frame: expect.objectContaining({ line: 3, column: 10 }) }),
  );
});

test.each(['[]', 'null', '7', '"text"'])('a file that is %s is refused', (text) => {
  expect(() => parseGmrc('.gmrc', text)).toThrow(expect.objectContaining({ code: 'GW062' }));
});

test.each([
  ['{ beforeCurrent: { _: "sql" } }', 'has a sql action without its "file"'],
  ['{ beforeCurrent: { _: "command" } }', 'has a command action without its "command"'],
  ['{ beforeCurrent: { _: "shell" } }', 'has an action of an unknown kind'],
  ['{ beforeCurrent: "!roles.sql" }', 'has an action that runs as root'],
  ['{ migrationsFolder: null }', 'is null, not text'],
  ['{ migrationsFolder: [] }', 'is a list, not text'],
  ['{ manageGraphileMigrateSchema: "no" }', 'is a string, not true or false'],
  ['{ placeholders: { app: "x" } }', 'has the name "app"'],
])('%s: what is wrong is said', (text, reason) => {
  expect(() => parseGmrc('.gmrc', text)).toThrow(expect.objectContaining({ code: 'GW062', message: expect.stringContaining(reason) }));
});

describe('a password', () => {
  test.each([
    ['connectionString: "postgres://app:hunter2@db/app"'],
    ['afterCurrent: { _: "command", command: "psql postgresql://app:hunter2@db/app" }'],
    ['migrationsFolder: "x", // postgres://app:hunter2@db/app'],
    ['rootConnectionString: "postgres://db/app?sslmode=require&password=hunter2"'],
  ])('in %s is a finding that does not repeat it', (entry) => {
    const { problems } = parseGmrc('.gmrc', `{\n  ${entry}\n}`);
    expect(problems).toMatchObject([{ code: 'GW063', line: 2, exitCode: 2, frame: undefined }]);
    expect(problems.map(({ message, help, details }) => [message, help, ...details].join()).join()).not.toContain('hunter2');
  });
  test.each(['postgres://app@db/app', 'postgres:///app', 'http://localhost:8080/x@y', 'see https://json5.org: a@b'])(
    'is not in %s',
    (text) => {
      expect(parseGmrc('.gmrc', JSON.stringify({ blankMigrationContent: text })).problems).toEqual([]);
    },
  );
});

test('a value is accepted where graphile-migrate accepts it, and refused where it refuses', async () => {
  const junk = fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    7,
    '',
    'text',
    '!root.sql',
    [],
    {},
    ['a.sql', 'b.sql'],
    ['!a.sql'],
    [''],
    [null],
    [7],
  );
  const action = fc.record(
    {
      _: fc.constantFrom<unknown>('sql', 'command', 'other', '', null, 1),
      file: fc.constantFrom<unknown>('a.sql', 1, null),
      command: fc.constantFrom<unknown>('x', 1),
      shadow: fc.constantFrom<unknown>(true, false, null, 'x'),
      root: fc.constantFrom<unknown>(true, false, 1),
    },
    { requiredKeys: [] },
  );
  const map = fc.dictionary(
    fc.constantFrom(':APP', ':A', ':app', 'APP', 'search_path', ':A_9'),
    fc.constantFrom<unknown>('x', 1, null, true),
    { maxKeys: 2 },
  );
  const keys = fc.constantFrom(
    'databaseOwner',
    'migrationsFolder',
    'blankMigrationContent',
    'manageGraphileMigrateSchema',
    'pgSettings',
    'placeholders',
    'beforeReset',
    'afterReset',
    'beforeAllMigrations',
    'afterAllMigrations',
    'beforeCurrent',
    'afterCurrent',
    '//note',
    'generatedWith',
  );
  await fc.assert(
    fc.asyncProperty(keys, fc.oneof(junk, action, fc.array(action, { maxLength: 2 }), map), async (key, value) => {
      const theirs = await parseSettings({
        logger: new Logger(() => () => {}),
        connectionString: 'postgres://owner@localhost/shop',
        [key]: value,
      }).then(
        () => 'accepted',
        () => 'refused',
      );
      let ours = 'accepted';
      try {
        parseGmrc('.gmrc', JSON.stringify({ [key]: value }));
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^GW06[12]$/) });
        ours = 'refused';
      }
      expect({ key, value, verdict: ours }).toEqual({ key, value, verdict: theirs });
    }),
    { numRuns: 2000 },
  );
});
