import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hashRevision, parseRevisionFile } from '@godwit/history';
import type { Client } from '@godwit/postgres';
import { splitWords } from '../src/config/split-words.ts';
import type { Project } from './project.ts';
import { runCommand } from './run-command.ts';

/** What the lines of a transcript work on. */
export interface Stage {
  readonly project: Project;
  /** Null without a database. */
  readonly client: Client | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly columns: number | null;
}

/**
 * Runs one line of a transcript and gives what it prints. `[NAME=value …] godwit …` with `<<< answer` and `> file` at its end; else one of
 * `sql "…"`, `git …` (of what it prints, which differs from version to version, only that it fails), `replace FILE "old" "new"`, `rehash FILE` (its header gets the hash of what it holds now), `write FILE "text"`, `cat`, `grep REGEX FILE`, `ls`, `rm`, `mv`, `mkdir`.
 */
export async function runLine(stage: Stage, line: string): Promise<string> {
  const words = splitWords(await substitute(stage, line));
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  if (words[first] === 'godwit') return runGodwit(stage, words, first);
  const [name = '', ...rest] = words;
  const run = COMMANDS[name];
  if (!run) throw new Error(`A transcript does not know the command ${name}`);
  return run(stage, rest);
}

/** `$(cat FILE)` as a shell would have it, and `$DATABASE`, the name of the database. */
async function substitute({ project, environment }: Stage, line: string): Promise<string> {
  const named = line.replaceAll('$DATABASE', environment.DATABASE_URL?.replace(/^.*\//, '') ?? '');
  const file = /\$\(cat (\S+)\)/.exec(named)?.[1];
  if (file === undefined) return named;
  return named.replace(`$(cat ${file})`, (await readFile(join(project.folder, file), 'utf8')).trimEnd());
}

async function runGodwit({ project, environment, columns }: Stage, words: readonly string[], first: number): Promise<string> {
  const own = Object.fromEntries(
    words.slice(0, first).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );
  const after = (sign: string) => (words.includes(sign) ? words[words.indexOf(sign) + 1] : undefined);
  const end = words.findIndex((word) => word === '<<<' || word === '>');
  const target = after('>');
  const { code, screen } = await runCommand({
    argv: words.slice(first + 1, end === -1 ? undefined : end),
    folder: project.folder,
    environment: { ...environment, ...own },
    columns: target === undefined ? columns : null,
    answer: after('<<<'),
  });
  if (target !== undefined) await project.write(target, screen.stdout());
  const seen = target === undefined ? screen.seen() : screen.stderr();
  return `${seen}${code === 0 ? '' : `[exit ${code}]\n`}`;
}

const DATE = '2026-01-05T09:00:00Z';

type StageCommand = (stage: Stage, words: readonly string[]) => Promise<string>;

const COMMANDS: Readonly<Record<string, StageCommand>> = {
  sql: async ({ client }, [statement = '']) => {
    if (client === null) throw new Error('A transcript without a database has no sql');
    const result: unknown = await client.query({ text: statement, rowMode: 'array' });
    const { rows }: { rows: unknown[][] } = Array.isArray(result) ? result.at(-1) : result;
    return rows.map((row) => `${row.join(' | ')}\n`).join('');
  },
  git: async ({ project }, words) => {
    // With the date the hash of a commit stands still.
    const who = { GIT_AUTHOR_NAME: 'Ada Lovelace', GIT_AUTHOR_EMAIL: 'ada@example.org', GIT_AUTHOR_DATE: DATE };
    const committer = { GIT_COMMITTER_NAME: 'Ada Lovelace', GIT_COMMITTER_EMAIL: 'ada@example.org', GIT_COMMITTER_DATE: DATE };
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: project.folder, GIT_CONFIG_NOSYSTEM: '1', ...who, ...committer };
    return promisify(execFile)('git', words, { cwd: project.folder, env }).then(
      () => '',
      ({ code }: { code: number }) => `[exit ${code}]\n`,
    );
  },
  replace: async ({ project }, [path = '', before = '', after = '']) => {
    const text = await readFile(join(project.folder, path), 'utf8');
    if (!text.includes(unescaped(before))) throw new Error(`${path} does not hold ${before}`);
    await project.write(path, text.replaceAll(unescaped(before), unescaped(after)));
    return '';
  },
  rehash: async ({ project }, [path = '']) => {
    const text = await readFile(join(project.folder, path), 'utf8');
    const { revision } = parseRevisionFile({ path, text });
    if (revision === null) throw new Error(`${path} is no revision`);
    await project.write(path, text.replace(/^--! Hash: .*$/m, `--! Hash: ${hashRevision(revision.body, revision.previousHash)}`));
    return '';
  },
  write: async ({ project }, [path = '', text = '']) => {
    await project.write(path, unescaped(text));
    return '';
  },
  cat: async ({ project }, [path = '']) => readFile(join(project.folder, path), 'utf8'),
  grep: async ({ project }, [pattern = '', path = '']) =>
    (await readFile(join(project.folder, path), 'utf8'))
      .split('\n')
      .filter((line) => new RegExp(pattern).test(line))
      .map((line) => `${line}\n`)
      .join(''),
  ls: async ({ project }, [path = '.']) =>
    (await readdir(join(project.folder, path), { recursive: true }))
      .toSorted()
      .map((name) => `${name}\n`)
      .join(''),
  rm: async ({ project }, paths) => {
    for (const path of paths) await rm(join(project.folder, path), { recursive: true });
    return '';
  },
  mv: async ({ project }, [from = '', to = '']) => {
    await rename(join(project.folder, from), join(project.folder, to));
    return '';
  },
  mkdir: async ({ project }, [path = '']) => {
    await mkdir(join(project.folder, path), { recursive: true });
    return '';
  },
};

/** `\n`, `\r` and `\uFEFF` as in JavaScript. */
function unescaped(text: string): string {
  return text.replaceAll('\\n', '\n').replaceAll('\\r', '\r').replaceAll('\\uFEFF', '\uFEFF');
}
