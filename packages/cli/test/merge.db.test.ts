import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type AuthoringStage, BOOKS, onStage } from './authoring-stage.ts';

const TABLE = 'migrations/schema/public/tables/books.sql';

interface Fork extends AuthoringStage {
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/** On the branch `feature`, after Git has tried to merge `main`: each has committed a column of the same table, with its `schema/`. */
async function onFork(run: (fork: Fork) => Promise<void>): Promise<void> {
  await onStage({ revisions: [BOOKS], files: { '.gitignore': '.godwit/\n' } }, async (stage) => {
    const { project, godwit } = stage;
    const person = ['-c', 'user.name=Ada Lovelace', '-c', 'user.email=ada@example.org'];
    const git = async (...args: readonly string[]) =>
      (await promisify(execFile)('git', [...person, ...args], { cwd: project.folder })).stdout;
    const commit = async (column: string) => {
      await project.write('migrations/current.sql', `alter table public.books add column ${column} text;\n`);
      expect(await godwit('commit', '-m', `Add the ${column} of a book`)).toMatchObject({ code: 0, stderr: '' });
      await git('add', '.');
      await git('commit', '--quiet', '--message', column);
    };
    await git('init', '--quiet', '--initial-branch', 'main');
    await commit('title');
    await git('branch', 'feature');
    await commit('author');
    expect(await godwit('downgrade', '-1')).toMatchObject({ code: 0 });
    await git('checkout', '--quiet', 'feature');
    await commit('year');
    await expect(git('merge', 'main')).rejects.toMatchObject({ stdout: expect.stringContaining(`Merge conflict in ${TABLE}`) });
    await run({ ...stage, git });
  });
}

/** Commits on two branches, a merge and a check: slow where many run beside it. */
const LONGEST_MS = 240_000;

describe('schema/ after a merge', { timeout: LONGEST_MS }, () => {
  test('a conflict in it was left to be committed with its marks', () =>
    onFork(async ({ godwit, read, git }) => {
      expect(await read(TABLE)).toContain('<<<<<<<');
      const { code, stdout, stderr } = await godwit('merge');
      expect({ code, stdout, stderr }).toEqual({
        code: 0,
        stdout: expect.stringContaining('1 file of schema/ to be written\n'),
        stderr: '',
      });
      expect(await read(TABLE)).toMatch(/\n {2}title text,\n {2}author text,\n {2}year text\n\);\n$/);
      await git('add', '.');
      await git('commit', '--quiet', '--message', 'Merge main');
      expect((await godwit('check', '--since', 'main')).stdout).toContain('1 file of migrations/schema, as the revisions make it');
      expect(await godwit('upgrade')).toMatchObject({ code: 0, stderr: '' });
    }));

  test('what somebody has edited is left, and named', () =>
    onFork(async ({ godwit, read, git, project }) => {
      await git('add', '.');
      await project.write(TABLE, 'edited\n');
      expect(await godwit('merge')).toMatchObject({ code: 0, stderr: `! ${TABLE} is not as Git knows it, and is left as it is\n` });
      expect(await read(TABLE)).toBe('edited\n');
    }));
});
