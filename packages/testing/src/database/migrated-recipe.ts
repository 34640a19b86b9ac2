import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { applyPlaceholders, assertSound, parseTarget, pathTo, readHistory, resolvePlaceholders, resolveTarget } from '@godwit/history';
import { type ExecuteSettings, execute, LEDGER_VERSION, stepUp } from '@godwit/migrator';
import { type CopyRecipe, connect, type DatabaseSettings, withClient } from '@godwit/postgres';
import { findProject, type Project } from '../project/find-project.ts';
import { openSeed, type Seed } from './seed.ts';

/** What is in a database when its test begins. */
export interface DatabaseOptions {
  /** A folder of the project: the nearest `godwit.config.json` upwards holds. The working directory unless given. */
  readonly project?: string;
  /** Another migrations folder than the project's, relative to the working directory; without `project`, the configuration above it holds. */
  readonly migrations?: string;
  /** `head` unless given; any target: a number, a slug, `base`. */
  readonly target?: string;
  /** Rows, loaded in this order after the last revision; files are relative to the folder of `godwit.config.json`. */
  readonly seed?: Seed | readonly Seed[];
}

/**
 * How a database at a target of the history is made. Two with the same history, settings and rows are the same.
 *
 * @throws what `findProject`, `readHistory`, `assertSound` and `resolveTarget` throw; SeedFailed; StepFailed from `build`
 */
export async function migratedRecipe({ migrations, target = 'head', seed = [], ...options }: DatabaseOptions): Promise<CopyRecipe> {
  const found = findProject(options.project ?? migrations ?? process.cwd());
  const project = migrations === undefined ? found : { ...found, migrations: resolve(migrations) };
  const history = await readHistory(project.migrations);
  assertSound(history);
  const position = resolveTarget(history, parseTarget(target), { kind: 'base' });
  const revisions = position.kind === 'base' ? [] : pathTo(history, position.revision);
  const actions = await readActions(project);
  const seeds = await Promise.all([seed].flat().map((one) => openSeed(one, project.root)));
  const { gmrc, searchPath } = project;
  const environment = Object.keys(gmrc.placeholders).map((name) => process.env[name.slice(1)] ?? null);
  const contents = [
    LEDGER_VERSION,
    revisions.map(({ hash, revert }) => [hash, revert?.kind === 'sql' ? revert.hash : (revert?.reason ?? null)]),
    [gmrc.placeholders, environment, gmrc.pgSettings, searchPath, actions],
    seeds.map(({ key }) => key),
  ];
  return {
    key: createHash('sha256').update(JSON.stringify(contents)).digest('hex'),
    build: async (database) => {
      const settings = executeSettings(project, database);
      await withClient(database, async (client) => {
        for (const sql of actions) await client.query(applyPlaceholders(sql, settings.placeholders));
        await execute({
          plan: { direction: 'up', from: null, to: null, steps: revisions.map(stepUp), refreshes: [], unfinished: null, databaseAhead: 0 },
          client,
          connect: () => connect(database),
          settings,
        });
        for (const { load } of seeds) await load(client);
      });
    },
  };
}

/** The files that `.gmrc` has run before the first revision. Its commands are for a person's machine and are left out. */
function readActions({ gmrc: { actions }, migrations }: Project): Promise<readonly string[]> {
  const before = [...actions.afterReset, ...actions.beforeAllMigrations];
  const files = before.flatMap((action) => (action.kind === 'sql' && action.shadow !== false ? [action.file] : []));
  return Promise.all(files.map((file) => readFile(join(migrations, file), 'utf8')));
}

function executeSettings({ gmrc, searchPath }: Project, { database, user }: DatabaseSettings): ExecuteSettings {
  return {
    placeholders: resolvePlaceholders({
      placeholders: gmrc.placeholders,
      databaseName: database,
      databaseOwner: gmrc.databaseOwner ?? user,
      environment: process.env,
    }),
    pgSettings: gmrc.pgSettings,
    searchPath,
    advisoryLock: false,
    actor: { osUser: null, host: null, godwitVersion: null },
  };
}
