import { spawnSync } from 'node:child_process';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { withProject } from './project.ts';
import { startProcess, startTerminal } from './run-process.ts';
import { untilAsleep } from './until-asleep.ts';

/** That of util-linux, which takes a command; others have another syntax. */
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const hasPsql = spawnSync('psql', ['--version']).status === 0;

describe.skipIf(!hasPsql)('what is typed after db psql goes to psql', () => {
  test.each([
    [['-XAtc', 'select 42']],
    [['-X', '-At', '-c', 'select 42']],
    [['-v', 'ON_ERROR_STOP=1', '-XAt', '--command=select 42']],
    [['--', '-XAtc', 'select 42']],
    [['--verbose', '-XAtc', 'select 42']],
  ])('%j', async (argv) => {
    await withDatabase(async ({ url }) => {
      await withProject({}, async ({ folder }) => {
        const psql = startProcess(folder, ['db', 'psql', ...argv], { DATABASE_URL: url });
        expect({ ...(await psql.ended), stdout: psql.stdout(), stderr: psql.stderr() }).toMatchObject({
          code: 0,
          stdout: '42\n',
          stderr: '',
        });
      });
    });
  });

  test('options of ours before it are ours, and the exit code tells whether psql went well', async () => {
    await withDatabase(async ({ url, settings }) => {
      await withProject({}, async ({ folder }) => {
        const run = (...argv: readonly string[]) =>
          startProcess(folder, ['db', 'psql', ...argv], { DATABASE_URL: url.replace(/[^/]+$/, 'elsewhere') });
        const named = run('--database', settings.database, '-XAtc', 'select current_database()');
        expect(await named.ended).toEqual({ code: 0, signal: null });
        expect(named.stdout()).toBe(`${settings.database}\n`);
        expect(await run('--database', settings.database, '-X', '--no-such-option').ended).toEqual({ code: 1, signal: null });
      });
    });
  });

  // The terminal of script(1): its Ctrl-C goes to everybody in the foreground, as that of a person does.
  (hasScript ? onRealServer(test) : test.skip)('Ctrl-C at a terminal cancels the query and nothing else, however often', async () => {
    await withDatabase(async ({ url, client }) => {
      await withProject({}, async ({ folder }) => {
        const terminal = startTerminal(folder, '$GODWIT db psql -X', { DATABASE_URL: url, PAGER: '' });
        await terminal.saysOnStdout('=# ');
        for (let n = 1; n <= 3; n++) {
          terminal.child.stdin?.write('select pg_sleep(600);\n');
          await untilAsleep(client, 1);
          terminal.child.stdin?.write('\u0003');
          await untilAsleep(client, 0);
        }
        terminal.child.stdin?.write('\\echo still there\n\\q\n');
        expect(await terminal.ended).toEqual({ code: 0, signal: null });
        expect(terminal.stdout().match(/canceling statement due to user request/g)).toHaveLength(3);
        expect(terminal.stdout()).toMatch(/^still there/m);
      });
    });
  });

  // Each of the two psqls waits for a lock that we hold: the embedded server has no second connection to hold it.
  onRealServer(test)('Ctrl-C is for psql, SIGTERM for both', async () => {
    await withDatabase(async ({ url, client }) => {
      await withProject({}, async ({ folder }) => {
        await client.query('select pg_advisory_lock(1)');
        const waiting = () =>
          startProcess(folder, ['db', 'psql', '-XAt', '-c', '\\warn here', '-c', 'select pg_advisory_lock_shared(1)'], {
            DATABASE_URL: url,
          });
        const ended = waiting();
        await ended.saysOnStderr('here\n');
        ended.child.kill('SIGTERM');
        expect(await ended.ended).toEqual({ code: 143, signal: null });
        const interrupted = waiting();
        await interrupted.saysOnStderr('here\n');
        interrupted.child.kill('SIGINT');
        await client.query('select pg_advisory_unlock(1)');
        expect({ ...(await interrupted.ended), stderr: interrupted.stderr() }).toEqual({ code: 0, signal: null, stderr: 'here\n' });
      });
    });
  });
});
