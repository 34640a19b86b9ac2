import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('quickstart in production stops before it reaches a database', () => {
  const entry = join(import.meta.dirname, '..', 'src', 'quickstart.ts');
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = { PATH, ...(SystemRoot ? { SystemRoot } : {}), ENVIRONMENT: 'production', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/app' };
  const { stderr, status } = spawnSync(process.execPath, [entry], { env, encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: expect.stringContaining('GW190'), status: 1 });
});
