import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { quoteIdentifier, withClient } from '@godwit/postgres';
import { type TestDatabase, testServer, withDatabase } from '@godwit/postgres/testing';
import { type Project, type ProjectContents, withProject } from './project.ts';
import { runCommand } from './run-command.ts';

const GRAPHILE_MIGRATE = createRequire(import.meta.url).resolve('graphile-migrate/dist/cli.js');

export interface AuthoringStage {
  readonly project: Project;
  readonly database: TestDatabase;
  /** @param path relative to the project */
  readonly read: (path: string) => Promise<string>;
  readonly list: (path: string) => Promise<string[]>;
  /** Every file of the migrations folder but those of `schema/`, by its path below it. */
  readonly files: () => Promise<Record<string, string>>;
  readonly godwit: (...argv: readonly string[]) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
  /** graphile-migrate 1.4.1's own command. @returns its exit code and all that it prints */
  readonly graphileMigrate: (...argv: readonly string[]) => Promise<{ readonly code: number; readonly output: string }>;
}

export const BOOKS = { message: 'Create books', body: 'create table books (id int primary key);', revert: 'drop table books;' };

/** A project with a database, whose shadows are dropped afterwards. */
export async function onStage(contents: ProjectContents, run: (stage: AuthoringStage) => Promise<void>): Promise<void> {
  const files = { '.gmrc': '{}\n', 'migrations/current.sql': '', 'migrations/revert.sql': '', ...contents.files };
  await withDatabase(async (database) => {
    try {
      await withProject({ ...contents, files }, (project) => run(stageOf(project, database)));
    } finally {
      await dropShadows(database.settings.database);
    }
  });
}

function stageOf(project: Project, database: TestDatabase): AuthoringStage {
  const at = (path: string) => join(project.folder, path);
  const environment = { DATABASE_URL: database.url };
  return {
    project,
    database,
    read: (path) => readFile(at(path), 'utf8'),
    list: async (path) => (await readdir(at(path))).toSorted(),
    files: async () => {
      const entries = await readdir(at('migrations'), { recursive: true, withFileTypes: true });
      const found = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      const paths = found.filter((path) => !path.startsWith(at('migrations/schema/')));
      return Object.fromEntries(
        await Promise.all(
          paths.toSorted().map(async (path) => [path.slice(at('migrations').length + 1), await readFile(path, 'utf8')] as const),
        ),
      );
    },
    godwit: async (...argv) => {
      const { code, screen } = await runCommand({ argv, folder: project.folder, environment });
      return { code, stdout: screen.stdout(), stderr: screen.stderr() };
    },
    graphileMigrate: async (...argv) => {
      const root = new URL(database.url);
      root.pathname = `/${testServer().settings.database}`;
      const shadow = new URL(database.url);
      shadow.pathname = `${shadow.pathname}_shadow`;
      const { PATH = '' } = process.env;
      const env = { PATH, ...environment, ROOT_DATABASE_URL: root.href, SHADOW_DATABASE_URL: shadow.href };
      const options = { cwd: project.folder, env };
      return promisify(execFile)(process.execPath, [GRAPHILE_MIGRATE, ...argv], options).then(
        ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
        (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, output: error.stdout + error.stderr }),
      );
    },
  };
}

/** @param name of the database that they are shadows of */
export async function dropShadows(name: string): Promise<void> {
  await withClient(testServer().settings, async (admin) => {
    const { rows } = await admin.query('select datname as name from pg_database where starts_with(datname, $1)', [`${name}_`]);
    for (const { name: shadow } of rows) await admin.query(`drop database if exists ${quoteIdentifier(shadow)} with (force)`);
  });
}
