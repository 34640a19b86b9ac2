/** What a project of somebody else has: its configuration names our global setup, its tests import our `test`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ensureLedger, protect } from '@godwit/migrator';
import { quoteIdentifier, templatePrefix, toDatabaseUrl, withClient, workPrefix } from '@godwit/postgres';
import { onRealServer, testServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../test/project');
const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

function startTests(environment: Readonly<Record<string, string>>) {
  const foreign = Object.entries(process.env).filter(([name]) => !/^(GODWIT_|VITEST|TEST$|DATABASE_URL$)/.test(name));
  return spawn(process.execPath, [VITEST, 'run', '--root', PROJECT], {
    cwd: PROJECT,
    env: { ...Object.fromEntries(foreign), NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function runTests(environment: Readonly<Record<string, string>>): Promise<{ readonly code: unknown; readonly output: string }> {
  const child = startTests(environment);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, output: `${stdout}${stderr}` };
}

test('on the embedded server, which goes with the run', async () => {
  const { code, output } = await runTests({ GODWIT_TEST_SERVER: 'embedded' });
  expect(output).toMatch(/2 passed/);
  expect(output).toMatch(/server: embedded 127\.0\.0\.1:/);
  expect(code).toBe(0);
});

test.each(['SIGINT', 'SIGKILL'] as const)('on the embedded server, which goes with a run that %s ends', async (signal) => {
  const temporary = await mkdtemp(join(tmpdir(), 'godwit-run-'));
  const left = async () => (await readdir(temporary)).filter((name) => name.startsWith('godwit-'));
  try {
    const child = startTests({ GODWIT_TEST_SERVER: 'embedded', TMPDIR: temporary, TEMP: temporary });
    const ended = once(child, 'close');
    for await (const piece of child.stderr.setEncoding('utf8')) if (piece.includes('test server: ')) break;
    expect(await left()).toHaveLength(1);
    child.kill(signal);
    await ended;
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});

test('on the server of a URL, where the template is there for the next run', async () => {
  await withDatabase(async ({ client, url, settings }) => {
    const place = { prefix: `${settings.database}_test` };
    const databases = async (prefix: string) =>
      (await client.query('select datname from pg_database where starts_with(datname, $1)', [prefix])).rows;
    try {
      const first = await runTests({ GODWIT_TEST_DATABASE_URL: url });
      expect(first.output).toMatch(/2 passed/);
      const templates = await databases(templatePrefix(place));
      expect(templates).toHaveLength(1);
      await runTests({ GODWIT_TEST_DATABASE_URL: url });
      expect(await databases(templatePrefix(place))).toEqual(templates);
      expect(await databases(workPrefix(place))).toEqual([]);
    } finally {
      for (const { datname } of await databases(templatePrefix(place))) await client.query(`drop database ${quoteIdentifier(datname)}`);
    }
  });
});

test('no test runs beside a database that is marked as production', async () => {
  await withDatabase(async ({ client, url }) => {
    await ensureLedger(client);
    await protect(client);
    const { code, output } = await runTests({ GODWIT_TEST_DATABASE_URL: url });
    expect(output).toMatch(/is marked as production, and no test runs on its server/);
    expect(code).toBe(1);
  });
});

onRealServer(test)('a role that may not create databases is told the grant', async () => {
  await withDatabase(async ({ client, settings }) => {
    const role = `${settings.database}_poor`;
    await client.query(`create role ${quoteIdentifier(role)} login`);
    try {
      const { code, output } = await runTests({ GODWIT_TEST_DATABASE_URL: toDatabaseUrl({ ...settings, user: role }, { password: true }) });
      expect(output).toMatch(/may not create databases/);
      expect(output).toContain(`alter role "${role}" createdb`);
      expect(code).toBe(1);
    } finally {
      await withClient(testServer().settings, (admin) => admin.query(`drop role ${quoteIdentifier(role)}`));
    }
  });
});

test('a server that is not there is said once, and no test runs', async () => {
  const { code, output } = await runTests({ GODWIT_TEST_DATABASE_URL: 'postgres://postgres@127.0.0.1:1/app' });
  expect(output).toMatch(/GW110: .*127\.0\.0\.1:1/);
  expect(output).toMatch(/help: /);
  expect(output).not.toMatch(/❯ .*\.[jt]s:\d+/);
  expect(code).toBe(1);
});
