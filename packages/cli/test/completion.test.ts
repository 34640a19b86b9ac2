import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFINITIONS } from '../src/definitions/index.ts';
import { withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const hasBash = spawnSync('bash', ['--version']).status === 0;

const ENTRY = join(import.meta.dirname, '..', 'src', 'godwit.ts');

const REVISIONS = [
  { message: 'Create books', body: 'create table books (id int);' },
  { message: 'Add ratings', body: 'create table ratings (id int);' },
];

async function scriptFor(shell: string): Promise<string> {
  const { code, screen } = await runCommand({ argv: ['completion', shell], folder: import.meta.dirname });
  expect(code).toBe(0);
  return screen.stdout();
}

/** What bash offers for a line that ends where the cursor is. */
async function complete(line: string): Promise<string[]> {
  const script = await scriptFor('bash');
  return withProject({ revisions: REVISIONS, files: { 'migrations/verify/shelf/books.sql': '' } }, async ({ folder, write }) => {
    await write('bin/godwit', `#!/bin/sh\nexec '${process.execPath}' '${ENTRY}' "$@"\n`);
    await chmod(join(folder, 'bin', 'godwit'), 0o755);
    const words = line.split(' ');
    const program = `${script}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_godwit
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr, status } = spawnSync('bash', ['-c', program], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: folder },
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    return stdout.split('\n').filter((word) => word !== '');
  });
}

describe.skipIf(!hasBash)('bash', () => {
  test.each(['bash', 'zsh'])('the script for %s is a valid one', async (shell) => {
    expect(spawnSync('bash', ['-n'], { input: await scriptFor(shell), encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    ['godwit up', ['upgrade']],
    ['godwit co', ['commit', 'completion']],
    ['godwit upgrade --s', ['--sql']],
    ['godwit downgrade --acc', ['--accept-data-loss']],
    ['godwit completion ', ['bash', 'zsh', 'fish']],
    ['godwit db st', ['start', 'stop', 'status']],
    ['godwit db url --p', ['--password']],
    ['godwit backfill re', ['resume', 'retry']],
    ['godwit backfill run --ac', ['--accept-code', '--accept-scan']],
    ['godwit upgrade 0', ['000001-create-books', '000002-add-ratings']],
    ['godwit verify ', ['shelf']],
    ['godwit upgrade --ver', ['--verify', '--verify-writes', '--verbose']],
    ['godwit init ', []],
  ])('completes %j', async (line, expected) => {
    expect(await complete(line)).toEqual(expected);
  });

  test('offers every command, and every target', async () => {
    expect(await complete('godwit ')).toEqual([...DEFINITIONS.map(({ name }) => name), 'db', 'backfill', 'help']);
    expect(await complete('godwit stamp ')).toEqual(['head', 'base', '+1', '-1', '000001-create-books', '000002-add-ratings']);
  });
});

test('the script for fish names every command with its summary', async () => {
  const script = await scriptFor('fish');
  for (const { name, summary } of DEFINITIONS) {
    expect(script).toContain(`-a ${name} -d '${summary.replaceAll("'", "\\'")}'`);
  }
});
