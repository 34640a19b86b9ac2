import { ledgerSchemaSql } from '@godwit/migrator';
import { type DatabaseSettings, toDatabaseUrl } from '@godwit/postgres';
import { onRealServer, type TestDatabase, testServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { errorResponse } from '../../postgres/test/backend-messages.ts';
import { closedPort, replying, withFakeServer } from '../../postgres/test/fake-server.ts';
import { databaseFingerprint } from './database-fingerprint.ts';
import { COMMANDS, type MatrixCommand } from './matrix-commands.ts';
import { type ProjectContents, withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const PASSWORD = 's3cret';

const PROJECT: ProjectContents = {
  revisions: [
    { message: 'Create books', body: 'create table books (id int primary key);', revert: 'drop table books;' },
    { message: 'Add titles', body: 'alter table books add title text;', revert: 'alter table books drop title;' },
  ],
  files: {
    'migrations/current.sql': 'alter table books add author text;\n',
    'migrations/revert.sql': 'alter table books drop author;\n',
    'backfills/titles/index.mjs': "export default { about: 'each book has a title', table: 'books', after: 'create-books' };\n",
    'backfills/titles/work.sql': '/* @name Work */\nupdate books set id = id where id between :from and :to;\n',
    'backfills/titles/remaining.sql': '/* @name Remaining */\nselect id from books where false limit :n;\n',
  },
};

/** The code of the error that a command stops with, or `null` when it does its work; undefined leaves it out. */
type Expected = { readonly [Command in MatrixCommand]?: string | null | undefined };

/** Commands that speak to a database, and need one that answers. */
const SPEAKING = [
  'status',
  'current',
  'log',
  'upgrade',
  'upgrade --dry-run',
  'upgrade --sql',
  'downgrade',
  'stamp',
  'wait',
  'protect',
  'repair',
  'watch',
  'commit',
  'uncommit',
  'amend',
  'diff database',
  'drift',
  'reset',
] as const satisfies readonly MatrixCommand[];

/** The same about data. */
const BACKFILLING = [
  'backfill list',
  'backfill status',
  'backfill plan',
  'backfill run',
  'backfill work',
  'backfill verify',
  'backfill status NAME',
  'backfill queue',
  'backfill serve',
] as const satisfies readonly MatrixCommand[];

/** Those about a run, of which there is none. */
const STEERING = [
  'backfill pause',
  'backfill resume',
  'backfill cancel',
  'backfill set',
  'backfill watch',
  'backfill dead',
  'backfill retry',
] as const satisfies readonly MatrixCommand[];

/** Commands that need none. */
const SILENT = {
  history: null,
  heads: null,
  show: null,
  'upgrade range': null,
  init: null,
  completion: null,
  lint: null,
  revision: null,
  merge: null,
} as const satisfies Expected;

/** They write a revision into the author's files, which must be blank. */
const OPENING: ReadonlySet<MatrixCommand> = new Set(['uncommit', 'amend', 'revision']);

function all(commands: readonly MatrixCommand[], code: string | null): Expected {
  return Object.fromEntries(commands.map((command) => [command, code]));
}

interface Situation {
  readonly environment?: Readonly<Record<string, string>>;
  readonly project?: ProjectContents;
  /** Follows each command line. */
  readonly more?: readonly string[];
  /** Exit codes that are not 1 with an error and 0 without. */
  readonly exits?: Partial<Record<MatrixCommand, number>>;
  /** What must be the same before and after: the database. */
  readonly fingerprint?: () => Promise<string>;
}

/** Runs each command in a project of its own, and checks what holds for every error. */
async function play(expected: Expected, situation: Situation): Promise<void> {
  const { environment = {}, project = PROJECT, more = [], exits = {}, fingerprint = async () => '' } = situation;
  const before = await fingerprint();
  for (const command of Object.keys(COMMANDS).filter((name): name is MatrixCommand => name in COMMANDS)) {
    const code = expected[command];
    if (code === undefined) continue;
    await withProject(OPENING.has(command) ? { ...project, files: withoutCurrent(project) } : project, async ({ folder }) => {
      const { code: exit, screen } = await runCommand({ argv: [...COMMANDS[command], ...more], folder, environment });
      const seen = screen.seen();
      const codes = [...screen.stderr().matchAll(/^✖ .*\S {2}(GW\d+)$/gm)].map(([, found]) => found);
      expect({ command, codes, exit, seen }).toEqual({
        command,
        codes: code === null ? [] : [code],
        exit: exits[command] ?? (code === null ? 0 : 1),
        seen,
      });
      if (code !== null) expect({ command, help: screen.stderr() }).toEqual({ command, help: expect.stringMatching(/^ {2}help: \S/m) });
      expect(seen).not.toMatch(/^(2> )? +at .*:\d+:\d+\)?$/m);
      expect(seen).not.toContain(PASSWORD);
    });
    if (code !== null) expect({ command, unchanged: (await fingerprint()) === before }).toEqual({ command, unchanged: true });
  }
}

/** A revision is opened again into blank files. */
function withoutCurrent({ files = {} }: ProjectContents): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !/migrations\/(current|revert)\.sql/.test(path)));
}

const server = (): DatabaseSettings => testServer().settings;

/** A row of the matrix is some fifty commands, each in a project of its own. */
const LONGEST_MS = 240_000;

describe('one clear error, and nothing changed', { timeout: LONGEST_MS }, () => {
  test('an unknown option', async () => {
    const commands = Object.keys(COMMANDS).filter((name): name is MatrixCommand => name in COMMANDS && name !== 'db psql');
    await play(all(commands, 'GW500'), { more: ['--frobnicate'] });
  });

  test('a target that is none', async () => {
    await withDatabase(async ({ url, client }) => {
      const situation = { environment: { DATABASE_URL: url }, fingerprint: () => databaseFingerprint(client) };
      for (const [word, code] of [
        ['nowhere', 'GW040'],
        ['99', 'GW040'],
        ['abcdef1', 'GW040'],
        ['+9', 'GW042'],
        ['-9', 'GW042'],
        ['', 'GW040'],
      ] as const) {
        for (const argv of [
          ['upgrade', word],
          ['upgrade', word, '--dry-run'],
          ['upgrade', word, '--sql'],
          ['downgrade', word],
          ['stamp', word],
          ['show', word],
        ]) {
          await withProject(PROJECT, async ({ folder }) => {
            const before = await situation.fingerprint();
            const { code: exit, screen } = await runCommand({ argv, folder, environment: situation.environment });
            expect({ argv, exit, stdout: screen.stdout(), stderr: screen.stderr() }).toEqual({
              argv,
              exit: 1,
              stdout: '',
              stderr: expect.stringMatching(new RegExp(`^✖ .* {2}${code}\n(.*\n)* {2}help: `)),
            });
            expect(await situation.fingerprint()).toBe(before);
          });
        }
      }
    });
  });

  test('no migrations folder', async () => {
    await withDatabase(async ({ url, client }) => {
      const needing = [
        'status',
        'history',
        'heads',
        'show',
        'upgrade',
        'upgrade --dry-run',
        'upgrade --sql',
        'upgrade range',
        'downgrade',
        'stamp',
        'watch',
        'commit',
        'uncommit',
        'verify',
        'reset',
      ] as const;
      await play(
        {
          ...all(needing, 'GW001'),
          docs: 'GW001',
          doctor: null,
          current: null,
          log: null,
          wait: null,
          repair: null,
          init: null,
          completion: null,
        },
        {
          project: { migrations: false },
          environment: { DATABASE_URL: url },
          fingerprint: () => databaseFingerprint(client),
          exits: { doctor: 2 },
        },
      );
    });
  });

  test('an empty folder', async () => {
    await withDatabase(async ({ url, client }) => {
      await play(
        {
          ...all(SPEAKING, null),
          ...SILENT,
          downgrade: 'GW042',
          commit: 'GW350',
          uncommit: 'GW355',
          amend: 'GW040',
          diff: 'GW314',
          verify: 'GW560',
          drift: 'GW590',
          protect: undefined,
          reset: undefined,
          watch: undefined,
        },
        { project: {}, environment: { DATABASE_URL: url }, fingerprint: () => databaseFingerprint(client) },
      );
    });
  });

  test('a server that is not there', async () => {
    const environment = { DATABASE_URL: `postgres://app:${PASSWORD}@127.0.0.1:${await closedPort()}/shop` };
    await play(
      {
        ...all(SPEAKING, 'GW110'),
        ...all([...BACKFILLING, ...STEERING], 'GW110'),
        ...SILENT,
        doctor: null,
        wait: 'GW117',
        'db psql': 'GW110',
      },
      { environment, exits: { doctor: 2 } },
    );
  });

  test('the same as JSON: one line on stderr, nothing on stdout', async () => {
    const environment = { DATABASE_URL: `postgres://app:${PASSWORD}@127.0.0.1:${await closedPort()}/shop` };
    for (const command of SPEAKING) {
      await withProject(OPENING.has(command) ? { ...PROJECT, files: {} } : PROJECT, async ({ folder }) => {
        const { code, screen } = await runCommand({ argv: [...COMMANDS[command], '--json'], folder, environment });
        const [line = '', ...rest] = screen.stderr().split('\n');
        expect({ command, code, stdout: screen.stdout(), rest }).toEqual({ command, code: 1, stdout: '', rest: [''] });
        expect(JSON.parse(line)).toEqual({
          error: {
            code: command === 'wait' ? 'GW117' : 'GW110',
            message: expect.stringMatching(/^\S/),
            details: expect.any(Array),
            help: expect.stringMatching(/\S/),
            place: null,
            because: expect.any(Array),
          },
        });
        expect(line).not.toContain(PASSWORD);
      });
    }
  });

  test('a wrong password', async () => {
    const refusal = errorResponse({ sqlState: '28P01', message: 'password authentication failed for user "app"', routine: 'auth_failed' });
    await withFakeServer(replying(refusal), async ({ settings }) => {
      await play(
        { ...all(SPEAKING, 'GW120'), ...all([...BACKFILLING, ...STEERING], 'GW120'), ...SILENT, doctor: null },
        { environment: { DATABASE_URL: toDatabaseUrl(settings, { password: true }) }, exits: { doctor: 2 } },
      );
    });
  });

  test('an unknown database', async () => {
    const environment = { DATABASE_URL: toDatabaseUrl({ ...server(), database: 'godwit_no_such_database' }, { password: true }) };
    await play(
      { ...all(SPEAKING, 'GW123'), ...all([...BACKFILLING, ...STEERING], 'GW123'), ...SILENT, doctor: null, reset: undefined },
      { environment, exits: { doctor: 2 } },
    );
  });

  test('no URL, and no embedded server either', async () => {
    await play(
      {
        ...all(SPEAKING, 'GW100'),
        ...all([...BACKFILLING, ...STEERING], 'GW100'),
        ...SILENT,
        doctor: 'GW100',
        'db url': 'GW100',
        'db psql': 'GW100',
      },
      {},
    );
  });

  test('the embedded server in production', async () => {
    const project = { ...PROJECT, files: { ...PROJECT.files, 'godwit.config.json': '{ "embedded": true }' } };
    for (const name of ['ENVIRONMENT', 'GODWIT_ENV']) {
      const environment = { [name]: 'production' };
      await play(
        {
          ...all(SPEAKING, 'GW510'),
          ...all([...BACKFILLING, ...STEERING], 'GW510'),
          ...SILENT,
          doctor: 'GW510',
          'db start': 'GW510',
          'db url': 'GW510',
          'db psql': 'GW510',
        },
        { project, environment },
      );
    }
  });
});

describe('roles and databases that do not let us', { timeout: LONGEST_MS }, () => {
  const onServer = onRealServer(test);

  onServer('a role that may read the ledger and nothing else', async () => {
    await withRole(async ({ database, role, url }) => {
      await upgradeOnce(database);
      await database.client.query(`grant usage on schema graphile_migrate, godwit to ${role};
        grant select on all tables in schema graphile_migrate, godwit to ${role}`);
      await play(
        {
          ...SILENT,
          ...all(SPEAKING, null),
          ...all(BACKFILLING, null),
          'backfill plan': 'GW505',
          'backfill run': 'GW505',
          'backfill verify': 'GW505',
          'backfill status NAME': 'GW412',
          ...all(STEERING, 'GW412'),
          // They look at the table first, which this role may not read.
          'backfill resume': 'GW505',
          'backfill retry': 'GW505',
          'backfill queue': 'GW505',
          'backfill serve': undefined,
          upgrade: 'GW203',
          downgrade: 'GW550',
          stamp: undefined,
          protect: 'GW203',
          watch: 'GW365',
          // Tried on the embedded server, refused by this one: the files are as before.
          commit: 'GW203',
          // The last revision is not applied here: nothing in the database has to change.
          uncommit: null,
          amend: null,
          'diff database': undefined,
          reset: 'GW556',
        },
        {
          environment: { DATABASE_URL: url },
          exits: { status: 2, downgrade: 3, watch: 2 },
          fingerprint: () => databaseFingerprint(database.client),
        },
      );
    });
  });

  onServer('a role that may not write the ledger cannot stamp either, nor by force', async () => {
    await withRole(async ({ database, role, url }) => {
      await upgradeOnce(database);
      await database.client.query(`grant usage on schema graphile_migrate, godwit to ${role};
        grant select on all tables in schema graphile_migrate, godwit to ${role}`);
      const before = await databaseFingerprint(database.client);
      // Where another role may make a scratch database.
      const environment = { DATABASE_URL: url, SHADOW_DATABASE_URL: database.url };
      for (const [argv, code] of [
        [['stamp', 'head'], 'GW250'],
        [['stamp', 'head', '--force'], 'GW203'],
      ] as const) {
        await withProject(PROJECT, async ({ folder }) => {
          const { code: exit, screen } = await runCommand({ argv, folder, environment });
          expect({ argv, exit, stderr: screen.stderr() }).toEqual({ argv, exit: 1, stderr: expect.stringContaining(`  ${code}\n`) });
        });
      }
      expect(await databaseFingerprint(database.client)).toBe(before);
    });
  });

  onServer('a role that may do nothing', async () => {
    await withRole(async ({ database, url }) => {
      await upgradeOnce(database);
      await play(
        { ...SILENT, ...all(SPEAKING, 'GW201'), ...all([...BACKFILLING, ...STEERING], 'GW201'), wait: null },
        { environment: { DATABASE_URL: url }, fingerprint: () => databaseFingerprint(database.client) },
      );
    });
  });

  onServer('a role that may not create the ledger', async () => {
    await withRole(async ({ database, url }) => {
      await play(
        {
          ...SILENT,
          ...all(SPEAKING, null),
          ...all([...BACKFILLING, ...STEERING], 'GW202'),
          'backfill list': null,
          'backfill status': null,
          'backfill status NAME': 'GW412',
          upgrade: 'GW202',
          downgrade: 'GW042',
          stamp: undefined,
          protect: 'GW202',
          watch: 'GW202',
          commit: 'GW202',
          'diff database': undefined,
          drift: 'GW590',
          reset: 'GW556',
        },
        { environment: { DATABASE_URL: url }, exits: { status: 2 }, fingerprint: () => databaseFingerprint(database.client) },
      );
    });
  });

  onServer('a role that may not create the ledger hears so before the action that would create it too', async () => {
    const files = {
      ...PROJECT.files,
      '.gmrc': '{ "beforeAllMigrations": [{ "_": "sql", "file": "godwit.sql" }] }',
      'migrations/godwit.sql': ledgerSchemaSql(),
    };
    await withRole(async ({ database, url }) => {
      await play(
        { upgrade: 'GW202' },
        { project: { ...PROJECT, files }, environment: { DATABASE_URL: url }, fingerprint: () => databaseFingerprint(database.client) },
      );
    });
  });

  onServer('a role that may not create the shadow database commits what was tried on the embedded server', async () => {
    await withRole(async ({ database, role, url }) => {
      const { client, settings } = database;
      await client.query(`grant create on database ${settings.database} to ${role}; grant create on schema public to ${role}`);
      const files = {
        'migrations/current.sql': 'create table books (id int primary key);\n',
        'migrations/revert.sql': 'drop table books;\n',
      };
      await withProject({ files }, async ({ folder }) => {
        const { code, screen } = await runCommand({
          argv: ['commit', '-m', 'Create books table'],
          folder,
          environment: { DATABASE_URL: url },
        });
        expect({ code, seen: screen.seen() }).toEqual({ code: 0, seen: expect.stringContaining('000001-create-books-table.sql') });
      });
    });
  });

  onServer('a database that is not in UTF-8', async () => {
    await withDatabase(
      { createOptions: "encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0" },
      async ({ url, client }) => {
        await play(
          { ...SILENT, ...all(SPEAKING, 'GW107'), ...all([...BACKFILLING, ...STEERING], 'GW107'), wait: null },
          { environment: { DATABASE_URL: url }, fingerprint: () => databaseFingerprint(client) },
        );
      },
    );
  });

  onServer('a database whose sessions begin read-only is migrated all the same: each step says that it writes', async () => {
    await withDatabase(async (database) => {
      await database.client.query(`alter database ${database.settings.database} set default_transaction_read_only to on`);
      await play({ upgrade: null, protect: null }, { environment: { DATABASE_URL: database.url } });
      await play({ status: null, log: null, downgrade: null }, { environment: { DATABASE_URL: database.url } });
    });
  });
});

async function upgradeOnce({ url }: TestDatabase): Promise<void> {
  await withProject(PROJECT, ({ folder }) => runCommand({ argv: ['upgrade', '+1'], folder, environment: { DATABASE_URL: url } }));
}

/** A database, and a role without privileges on it. */
async function withRole(run: (given: { database: TestDatabase; role: string; url: string }) => Promise<void>): Promise<void> {
  await withDatabase(async (database) => {
    const role = `${database.settings.database}_role`;
    await database.client.query(`create role ${role} login`);
    try {
      await run({ database, role, url: toDatabaseUrl({ ...database.settings, user: role, password: undefined }, { password: false }) });
    } finally {
      await database.client.query(`drop owned by ${role}; drop role ${role}`);
    }
  });
}
