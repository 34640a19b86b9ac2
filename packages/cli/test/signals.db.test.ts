import { type Client, toDatabaseUrl } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { authentication, backendKeyData, parameterStatus, readyForQuery } from '../../postgres/test/backend-messages.ts';
import { withFakeServer } from '../../postgres/test/fake-server.ts';
import { dropShadows } from './authoring-stage.ts';
import { withProject } from './project.ts';
import { startProcess } from './run-process.ts';
import { untilAsleep } from './until-asleep.ts';

const REVISIONS = [
  { message: 'Create books', body: 'create table books (id int primary key);' },
  { message: 'Take long', body: 'create table half_done (id int);\nselect pg_sleep(600);' },
];

describe('a signal in a long statement', () => {
  onRealServer(test).each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s cancels it on the server, and keeps what was done before', async (signal, code) => {
    await withDatabase(async ({ url, client }) => {
      await withProject({ revisions: REVISIONS }, async ({ folder }) => {
        const run = startProcess(folder, ['upgrade'], { DATABASE_URL: url });
        await untilAsleep(client, 1);
        run.child.kill(signal);
        expect(await run.ended).toEqual({ code, signal: null });
        await untilAsleep(client, 0);
        expect(run.stdout()).toContain('◐ 000002  Take long');
        expect(run.stderr()).toMatch(/✖ Interrupted in 000002-take-long {2}GW224\n(?: {2}because: .*\n)* {2}help: /);
        expect(run.stderr()).toMatch(/1 revision done; .* is at 000001-create-books, 1 pending\nnext: godwit upgrade\n$/);
        expect(run.stderr()).not.toMatch(/^ +at /m);
        const { rows } = await client.query(`select to_regclass('books')::text as books, to_regclass('half_done')::text as half`);
        expect(rows).toEqual([{ books: 'books', half: null }]);
        const events = await client.query('select revision_name, outcome from godwit.event order by id');
        expect(events.rows).toEqual([
          { revision_name: '000001-create-books', outcome: 'ok' },
          { revision_name: '000002-take-long', outcome: 'interrupted' },
        ]);
      });
    });
  });
});

describe('a signal in a check', () => {
  const files = {
    'migrations/verify/public/books.sql':
      '--! Check: one\nselect 1 as expected, 1 as found;\n--! Check: slow\nselect 1 as expected, pg_sleep(600) as found;\n',
  };
  const revisions = REVISIONS.slice(0, 1);

  onRealServer(test)('cancels it on the server, on a live database and on a throwaway one, of which nothing is left', async () => {
    await withDatabase(async ({ url, client, settings }) => {
      await withProject({ revisions, files }, async ({ folder }) => {
        await startProcess(folder, ['upgrade'], { DATABASE_URL: url }).ended;
        for (const [argv, where] of [
          [['verify', '--database', settings.database], settings.database],
          [['verify', '--only', '*'], `${settings.database}_shadow_w_`],
        ] as const) {
          const run = startProcess(folder, argv, { DATABASE_URL: url });
          await untilSleepingIn(client, where, true);
          run.child.kill('SIGINT');
          expect(await run.ended).toEqual({ code: 130, signal: null });
          await untilSleepingIn(client, where, false);
          expect(run.stdout()).toContain('✔ one');
          expect(run.stderr()).toMatch(/✖ Interrupted by Ctrl-C {2}GW504\n {2}help: run the command again to go on\n$/);
        }
        const { rows } = await client.query('select datname from pg_database where datname like $1', [`${settings.database}_shadow_w_%`]);
        expect(rows).toEqual([]);
        await dropShadows(settings.database);
      });
    });
  });
});

/** Resolves when somebody sleeps in a database whose name begins so, or nobody does. */
async function untilSleepingIn(client: Client, prefix: string, asleep: boolean): Promise<void> {
  const sleepers = "select from pg_stat_activity where starts_with(datname, $1) and wait_event = 'PgSleep' and pid <> pg_backend_pid()";
  while (((await client.query(sleepers, [prefix])).rowCount === 0) === asleep) await client.query('select pg_sleep(0.02)');
}

describe('a server that takes the connection and then says nothing', () => {
  const silent = {
    login: Buffer.concat([
      authentication(0),
      parameterStatus('server_version', '17.0'),
      parameterStatus('server_encoding', 'UTF8'),
      parameterStatus('client_encoding', 'UTF8'),
      backendKeyData(1),
      readyForQuery(),
    ]),
  };

  test('a command that only reads ends with the first Ctrl-C', async () => {
    await withSilentServer(async (url, asked) => {
      await withProject({ revisions: REVISIONS }, async ({ folder }) => {
        const run = startProcess(folder, ['status'], { DATABASE_URL: url });
        await asked;
        run.child.kill('SIGINT');
        expect(await run.ended).toEqual({ code: 130, signal: null });
        expect(run.stderr()).toContain('✖ Interrupted by Ctrl-C  GW504\n  help: ');
      });
    });
  });

  test('the second Ctrl-C ends what does not stop', async () => {
    await withSilentServer(async (url, asked) => {
      await withProject({ revisions: REVISIONS }, async ({ folder }) => {
        const run = startProcess(folder, ['upgrade'], { DATABASE_URL: url });
        await asked;
        run.child.kill('SIGINT');
        await run.saysOnStderr('once more ends it at once');
        run.child.kill('SIGINT');
        expect(await run.ended).toEqual({ code: 130, signal: null });
      });
    });
  });

  async function withSilentServer(run: (url: string, asked: Promise<void>) => Promise<void>): Promise<void> {
    let tell = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await withFakeServer(
      (socket) => {
        socket.once('data', () => {
          socket.write(silent.login);
          socket.once('data', tell);
        });
      },
      ({ settings }) => run(toDatabaseUrl(settings, { password: true }), asked),
    );
  }
});
