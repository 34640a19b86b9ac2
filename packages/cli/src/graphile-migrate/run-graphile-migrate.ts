import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Gmrc } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import { toDatabaseUrl, withClient } from '@godwit/postgres';
import { relayOutput } from '../child-output.ts';
import { DEFAULT_FOLDER } from '../config/read-config.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { MissingPackage } from '../session/errors.ts';
import { refuseOnProduction } from '../session/production.ts';
import { selectDatabase } from '../session/select-database.ts';
import { FoldersDiffer } from './errors.ts';
import { withoutStacks } from './without-stacks.ts';

/** What graphile-migrate is asked for. */
export interface GraphileMigrateRun {
  readonly argv: readonly ['watch', ...string[]];
}

/**
 * Runs graphile-migrate's own command line on the selected database, its output going to stderr.
 *
 * @returns its exit code
 * @throws MissingPackage when graphile-migrate is not installed; ProductionRefused; FoldersDiffer when it would look into another folder than
 *   we do
 */
export async function runGraphileMigrate(context: CommandContext, input: CommandInput, run: GraphileMigrateRun): Promise<number> {
  const { argv } = run;
  const cli = findCommand();
  const gmrc = await openGmrc(context);
  checkFolder(context, gmrc);
  const database = await selectDatabase(context, input);
  const ledger = await withClient(database.settings, readLedger);
  refuseOnProduction(context, argv[0], database.display, ledger);
  if (!context.output.json) context.output.note(`${argv[0]} on ${database.display}, through graphile-migrate`);
  const environment = {
    ...context.environment,
    DATABASE_URL: toDatabaseUrl(database.settings, { password: true }),
    ROOT_DATABASE_URL:
      context.environment.ROOT_DATABASE_URL ?? toDatabaseUrl({ ...database.settings, database: 'postgres' }, { password: true }),
  };
  return withSettingsFile(context, gmrc, async (file) => {
    const options = file === null ? [] : ['--config', file];
    const child = spawn(process.execPath, [cli, ...argv, ...options], {
      cwd: context.config().root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    });
    const stop = () => child.kill('SIGINT');
    context.signal.addEventListener('abort', stop, { once: true });
    try {
      const [[code]] = await Promise.all([
        once(child, 'close'),
        relayOutput(child, context.output, context.output.verbose ? undefined : withoutStacks()),
      ]);
      return typeof code === 'number' ? code : 1;
    } finally {
      context.signal.removeEventListener('abort', stop);
    }
  });
}

/** graphile-migrate does not start without a `.gmrc`; a project of ours need not have one. */
async function withSettingsFile<T>(context: CommandContext, gmrc: Gmrc, run: (file: string | null) => Promise<T>): Promise<T> {
  if (gmrc.found) return run(null);
  const directory = await mkdtemp(join(tmpdir(), 'godwit-gmrc-'));
  try {
    const file = join(directory, 'gmrc.json');
    await writeFile(file, JSON.stringify({ migrationsFolder: context.config().migrationsFolder }));
    return await run(file);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function checkFolder(context: CommandContext, gmrc: Gmrc): void {
  const { root, migrationsFolder } = context.config();
  const theirs = gmrc.migrationsFolder ?? DEFAULT_FOLDER;
  if (gmrc.found && resolve(root, theirs) !== migrationsFolder) throw new FoldersDiffer(theirs, relative(root, migrationsFolder));
}

function findCommand(): string {
  try {
    return createRequire(import.meta.url).resolve('graphile-migrate/dist/cli.js');
  } catch (error) {
    throw new MissingPackage('graphile-migrate', 'this command', error);
  }
}
