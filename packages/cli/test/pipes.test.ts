import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withProject } from './project.ts';
import { startShell } from './run-process.ts';

const hasBash = spawnSync('bash', ['--version']).status === 0;

/** More than a pipe holds, so that writing goes on after the reader has left. */
const LONG = `select 1;\n${'-- a long comment that fills the pipe\n'.repeat(20_000)}`;

describe.skipIf(!hasBash)('stdout', () => {
  test.each([
    ['$GODWIT show head | head -1', { code: 0, stdout: '-- 000001-long: Long\n' }],
    ['$GODWIT history | head -0', { code: 0, stdout: '' }],
    ['$GODWIT history >&-', { code: 0, stdout: '' }],
  ])('%s is silent', async (line, { code, stdout }) => {
    await withProject({ revisions: [{ message: 'Long', body: LONG }] }, async ({ folder }) => {
      const run = startShell(folder, `set -o pipefail; ${line}`);
      expect({ ...(await run.ended), stdout: run.stdout(), stderr: run.stderr() }).toEqual({ code, signal: null, stdout, stderr: '' });
    });
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is an error, told once', async () => {
    await withProject({ revisions: [{ message: 'Long', body: LONG }] }, async ({ folder }) => {
      const run = startShell(folder, '$GODWIT history > /dev/full');
      expect((await run.ended).code).toBe(1);
      expect(run.stderr()).toMatch(/^✖ Standard output cannot be written: ENOSPC.* {2}GW509\n {2}help: .*\n$/);
    });
  });
});
