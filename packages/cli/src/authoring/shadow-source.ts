import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShadowRefusal, ShadowServer, ShadowSource } from '@godwit/authoring';
import type { Gmrc } from '@godwit/history';
import type { Ledger } from '@godwit/migrator';
import { type DatabaseSettings, describeServer, isLoopback, parseDatabaseUrl, UnknownDatabase, withClient } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { executeSettings, NO_OPTIONS } from '../execution/execution-options.ts';
import { runActions } from '../execution/run-actions.ts';
import { embeddedServerSettings, isProduction, type SelectedDatabase } from '../session/select-database.ts';
import { projectSeeds } from './project-seeds.ts';
import { tellElsewhere } from './tell-elsewhere.ts';

export interface ShadowRequest {
  /** Null where there is none: the embedded server will do. */
  readonly database: SelectedDatabase | null;
  /** Null where the database cannot be asked: nobody knows that it is not in production. */
  readonly ledger: Pick<Ledger, 'production'> | null;
  readonly gmrc: Gmrc;
}

/**
 * Where shadow databases of this project are made and with what: on the server of SHADOW_DATABASE_URL, else on the selected one when it is on
 * this machine and not production, else on the embedded one. Never on a remote server that nobody named for it.
 */
export async function shadowSource(context: CommandContext, request: ShadowRequest): Promise<ShadowSource> {
  const { gmrc } = request;
  const execution = (settings: DatabaseSettings) => executeSettings(context, NO_OPTIONS, { gmrc, settings });
  return {
    places: places(context, request),
    seeds: await projectSeeds(context),
    fingerprint: fingerprintOf(context, gmrc),
    execution,
    prepare: async (settings) => {
      const actions = { gmrc, settings, placeholders: execution(settings).placeholders, shadow: true };
      await runActions(context, 'afterReset', actions);
      await runActions(context, 'beforeAllMigrations', actions);
    },
    signal: context.signal,
  };
}

function places(context: CommandContext, { database, ledger }: ShadowRequest): ShadowSource['places'] {
  const given = context.environment.SHADOW_DATABASE_URL;
  if (given) return [() => givenServer(parseDatabaseUrl(given, 'SHADOW_DATABASE_URL'))];
  if (database === null) return [async () => ({ admin: await embeddedServerSettings(context), prefix: 'app_shadow', sameServer: false })];
  const { settings, embedded } = database;
  const prefix = `${settings.database}_shadow`;
  if (embedded) return [async () => ({ admin: settings, prefix, sameServer: true })];
  const isMarked = ledger?.production === true || isProduction(context);
  const why = isMarked ? 'is in production' : isLoopback(settings) ? 'cannot be asked whether it is in production' : 'is another machine';
  const onEmbedded = async ([refusal]: readonly ShadowRefusal[]) => {
    const admin = await embeddedServerSettings(context);
    const reason = `${describeServer(settings)} ${why}`;
    tellElsewhere(context, refusal ?? { reason, powerless: null });
    return { admin, prefix, sameServer: false };
  };
  return isLoopback(settings) && ledger !== null && !isMarked
    ? [async () => ({ admin: settings, prefix, sameServer: true }), onEmbedded]
    : [onEmbedded];
}

/** The database that is named gives its name to those that are made, and need not exist: it is never changed. */
async function givenServer(settings: DatabaseSettings): Promise<ShadowServer> {
  const server = { prefix: settings.database, sameServer: false };
  try {
    await withClient(settings, async () => undefined);
    return { ...server, admin: settings };
  } catch (error) {
    if (!(error instanceof UnknownDatabase)) throw error;
    return { ...server, admin: { ...settings, database: 'postgres' } };
  }
}

/** What is kept was built with these; with others it is built again. */
function fingerprintOf(context: CommandContext, { placeholders, pgSettings, actions }: Gmrc): string {
  const { searchPath, migrationsFolder } = context.config();
  const before = [...actions.afterReset, ...actions.beforeAllMigrations];
  const files = before.flatMap((action) => (action.kind === 'sql' ? [join(migrationsFolder, action.file)] : []));
  const environment = Object.keys(placeholders).map((name) => context.environment[name.slice(1)] ?? null);
  const texts = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : null));
  const all = JSON.stringify([placeholders, environment, pgSettings, searchPath, before, texts]);
  // Values of placeholders may be secret.
  return createHash('sha256').update(all).digest('hex');
}
