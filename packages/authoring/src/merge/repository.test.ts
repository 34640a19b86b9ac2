import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type GitProject, gitEnvironment, onTopOf, withFork, withGitProject } from '../testing/git-project.ts';
import type { Draft } from '../testing/history-of.ts';
import { withTestProject } from '../testing/migrations-folder.ts';
import { openRepository, type Repository } from './repository.ts';

const table = (name: string): Draft => ({ message: `Create ${name}`, body: `create table ${name} ();`, revert: `drop table ${name};` });

const books = onTopOf(undefined, table('books'));
const theirs = onTopOf(books[0], table('theirs'));
const mine = onTopOf(books[0], table('mine'));

async function open({ root, folder }: Pick<GitProject, 'root' | 'folder'>): Promise<Repository> {
  const repository = await openRepository(folder, gitEnvironment(root));
  if (repository === null) throw new Error('no repository');
  return repository;
}

test('none without Git, outside a repository, or inside .git', async () => {
  await withTestProject({}, async ({ root, folder }) => {
    expect(await openRepository(folder, gitEnvironment(root))).toBeNull();
    expect(await openRepository(folder, { PATH: root })).toBeNull();
  });
  await withGitProject(async ({ root }) => expect(await openRepository(join(root, '.git'), gitEnvironment(root))).toBeNull());
});

describe('the branch that has what others have', () => {
  test('is main, on another one', () =>
    withGitProject(async (project) => {
      await project.commit(books);
      const repository = await open(project);
      expect(await repository.mainBranch()).toBeNull();
      await project.git('checkout', '--quiet', '-b', 'feature');
      expect(await repository.mainBranch()).toBe('main');
      await project.git('branch', '--move', 'main', 'master');
      expect(await repository.mainBranch()).toBe('master');
    }));

  test('is that of the remote, whatever it is called', () =>
    withGitProject(async (project) => {
      await project.commit(books);
      await project.git('branch', '--move', 'main', 'trunk');
      await project.git('clone', '--quiet', project.root, 'clone');
      const repository = await open({ root: project.root, folder: join(project.root, 'clone', 'migrations') });
      expect(await repository.mainBranch()).toBe('origin/trunk');
    }));

  test('is main before the merge, on main', () =>
    withGitProject(async (project) => {
      await project.commit(books);
      await project.git('checkout', '--quiet', '-b', 'feature');
      await project.commit(mine);
      await project.git('checkout', '--quiet', 'main');
      await project.commit(theirs);
      await project.git('merge', '--quiet', '--no-commit', 'feature');
      const repository = await open(project);
      expect(await repository.mainBranch()).toBe('HEAD');
      expect(await repository.revisionsAt('HEAD')).toEqual(new Set([...books, ...theirs].map(({ hash }) => hash)));
      await project.git('commit', '--quiet', '--message', 'merge feature');
      expect(await repository.mainBranch()).toBe('HEAD^1');
      expect(await repository.revisionsAt('HEAD^1')).toEqual(new Set([...books, ...theirs].map(({ hash }) => hash)));
    }));
});

test('the revisions of a branch, of one without any, and of one that is not there', () =>
  withFork({ base: [table('books')], theirs: [table('theirs')], mine: [table('mine')] }, async (project) => {
    const repository = await open(project);
    expect(await repository.revisionsAt('main')).toEqual(new Set([...project.base, ...project.theirs].map(({ hash }) => hash)));
    expect((await repository.revisionsAt('feature')).size).toBe(3);
    await project.git('checkout', '--quiet', '--orphan', 'empty');
    await project.git('rm', '--quiet', '-r', '--force', '.');
    await project.git('commit', '--quiet', '--allow-empty', '--message', 'nothing');
    await project.write('migrations/current.sql', '');
    expect(await repository.revisionsAt('empty')).toEqual(new Set());
    for (const ref of ['nowhere', '--all', 'main:migrations'])
      await expect(repository.revisionsAt(ref)).rejects.toMatchObject({ code: 'GW381', help: expect.stringContaining('git fetch') });
  }));

describe('files in conflict', () => {
  const same = (column: string): Draft => ({
    message: 'Add a column',
    body: `alter table books add ${column} int;`,
    revert: `alter table books drop ${column};`,
  });

  test('are read as both sides have them, with their reverts', () =>
    withFork({ base: [table('books')], theirs: [same('theirs')], mine: [same('mine')] }, async (project) => {
      const conflicts = await (await open(project)).conflicts();
      const name = '000002-add-a-column.sql';
      expect(conflicts.map(({ path }) => path)).toEqual([join(project.folder, 'committed', name), join(project.folder, 'reverts', name)]);
      const [forward, back] = conflicts.map(({ versions }) => versions.map(({ text }) => text.split('\n').at(-2)));
      expect(forward?.toSorted()).toEqual(['alter table books add mine int;', 'alter table books add theirs int;']);
      expect(back?.toSorted()).toEqual(['alter table books drop mine;', 'alter table books drop theirs;']);
    }));

  test('are one version when they are of one revision, with what both headers say', () =>
    withGitProject(async (project) => {
      const [old, older] = ['a', 'b'].map((digit) => `sha1:${digit.repeat(40)}`);
      const path = 'migrations/committed/000001-create-books.sql';
      const replacing = async (hash: string | undefined) => {
        const text = await project.read(path);
        await project.write(path, text.replace('\n\n', `\n--! Replaces: ${hash}\n\n`));
        await project.git('commit', '--quiet', '--all', '--message', 'replaces');
      };
      await project.commit(books);
      await project.git('branch', 'feature');
      await replacing(old);
      await project.git('checkout', '--quiet', 'feature');
      await replacing(older);
      await project.git('merge', '--quiet', 'main').catch(() => undefined);
      const [conflict] = await (await open(project)).conflicts();
      expect(conflict?.versions.map(({ text }) => /Replaces: (.*)/.exec(text)?.[1])).toEqual([`${older} ${old}`]);
    }));

  test('are none where nothing is in conflict', () =>
    withFork({ base: [table('books')], theirs: [table('theirs')], mine: [table('mine')] }, async (project) => {
      expect(await (await open(project)).conflicts()).toEqual([]);
    }));
});

test('files that a person has edited, and not those that a merge has written', () =>
  withGitProject(async (project) => {
    const write = (name: string, text: string) => project.write(`migrations/schema/${name}.sql`, text);
    for (const name of ['both', 'edited', 'removed', 'theirs', 'whole']) await write(name, 'base\n');
    await project.commit([]);
    await project.git('branch', 'feature');
    for (const name of ['both', 'theirs']) await write(name, 'theirs\n');
    await project.commit([]);
    await project.git('checkout', '--quiet', 'feature');
    await write('both', 'mine\n');
    await project.commit([]);
    await project.git('merge', '--quiet', 'main').catch(() => undefined);
    await write('edited', 'edited\n');
    await write('added', 'added\n');
    await rm(join(project.folder, 'schema', 'removed.sql'));
    await project.write('migrations/current.sql', 'select 1;\n');
    const edited = await (await open(project)).editedBelow('schema');
    expect(edited).toEqual(new Set(['added', 'edited', 'removed'].map((name) => join(project.folder, 'schema', `${name}.sql`))));
  }));

test('who last changed a file', () =>
  withGitProject(async (project) => {
    await project.commit(books);
    const repository = await open(project);
    expect(await repository.lastChange(join(project.folder, 'committed', books[0]?.filename ?? ''))).toMatch(
      /^Ada Lovelace, \d+ seconds? ago$/,
    );
    await project.write('migrations/committed/000002-new.sql', 'select 1;');
    expect(await repository.lastChange(join(project.folder, 'committed', '000002-new.sql'))).toBeNull();
  }));
