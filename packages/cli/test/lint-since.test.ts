import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Project, withProject } from './project.ts';
import { revisionFiles } from './revision-files.ts';
import { runCommand } from './run-command.ts';

const FIRST = {
  message: 'Create books',
  body: 'create table public.books (id bigint primary key, data json);',
  revert: 'drop table public.books;',
};
const SECOND = {
  message: 'Add notes',
  body: 'alter table public.books add column note json;',
  revert: 'alter table public.books drop column note;',
};

const PROJECT = { revisions: [FIRST], files: { 'godwit.config.json': '{ "migrations": "migrations" }' } };

const NAMED = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];

function git({ folder }: Project, ...words: readonly string[]): void {
  execFileSync('git', [...NAMED, ...words], { cwd: folder, stdio: 'ignore' });
}

/** A repository whose main branch holds the first revision, on a branch of its own. */
async function onBranch(run: (project: Project) => Promise<void>): Promise<void> {
  await withProject(PROJECT, async (project) => {
    git(project, 'init', '--initial-branch=main');
    git(project, 'add', '.');
    git(project, 'commit', '--message=first');
    git(project, 'checkout', '-b', 'notes');
    for (const [path, content] of revisionFiles([FIRST, SECOND])) await project.write(path, content);
    await run(project);
  });
}

async function lintSince({ folder }: Project, ref: string) {
  const { code, screen } = await runCommand({ argv: ['lint', '--since', ref, '--json'], folder });
  return { code, ...JSON.parse(code === 1 ? screen.stderr() : screen.stdout()) };
}

test('lints what the branch has added, committed to Git or not', async () => {
  await onBranch(async (project) => {
    const files = ['migrations/committed/000002-add-notes.sql', 'migrations/reverts/000002-add-notes.sql'];
    expect(await lintSince(project, 'main')).toMatchObject({ code: 0, files, warnings: 1 });
    git(project, 'add', '.');
    git(project, 'commit', '--message=second');
    expect(await lintSince(project, 'main')).toMatchObject({ files, findings: [{ rule: 'json-type', place: { file: files[0] } }] });
    expect(await lintSince(project, 'HEAD')).toMatchObject({ files: [], findings: [] });
  });
});

test('what the other branch has got meanwhile is not its own', async () => {
  await onBranch(async (project) => {
    git(project, 'add', '.');
    git(project, 'commit', '--message=second');
    git(project, 'checkout', 'main');
    await project.write('migrations/README.md', 'x');
    git(project, 'add', '.');
    git(project, 'commit', '--message=other');
    git(project, 'checkout', 'notes');
    expect((await lintSince(project, 'main')).files).toHaveLength(2);
  });
});

test('a branch that Git does not know, and one that looks like an option', async () => {
  await onBranch(async (project) => {
    for (const ref of ['mian', '--all']) expect(await lintSince(project, ref)).toMatchObject({ code: 1, error: { code: 'GW381' } });
  });
});
