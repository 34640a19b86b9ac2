import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const REPOSITORY = join(import.meta.dirname, '../../..');

test('lint has nothing to say to the history of the five systems but what the configuration gives reasons for', () => {
  const { stdout } = spawnSync(process.execPath, ['apps/migrate/src/migrate.ts', 'lint', '--all', '--json'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });
  const { findings, files }: { readonly findings: readonly unknown[]; readonly files: readonly string[] } = JSON.parse(stdout);
  expect(findings).toEqual([]);
  expect(files.length).toBeGreaterThan(70);
});
