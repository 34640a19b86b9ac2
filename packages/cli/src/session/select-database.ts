import { join } from 'node:path';
import {
  type DatabaseSettings,
  describeDatabase,
  MissingDatabaseUrl,
  parseDatabaseUrl,
  quoteIdentifier,
  readDotenv,
  resolveDatabase,
  sqlStateOf,
  withClient,
} from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { UsageError } from '../usage-error.ts';
import { EmbeddedInProduction, MissingPackage } from './errors.ts';
import { explainServerError } from './explain-server-error.ts';
import { loadOptional } from './optional-package.ts';

/** The database that a command speaks to, and how it was chosen. */
export interface SelectedDatabase {
  readonly settings: DatabaseSettings;
  /** `app @ db.internal`, `app @ embedded`: never a password. */
  readonly display: string;
  readonly embedded: boolean;
  /** True when `--database` named it on the command line. */
  readonly named: boolean;
}

/** The database inside the embedded server that commands use unless `--database NAME` says otherwise. */
export const EMBEDDED_DATABASE = 'app';

const DUPLICATE_DATABASE = '42P04';

/**
 * `--database URL`, else DATABASE_URL (environment before `.env`), else the PG variables, else the embedded server where the
 * configuration allows it. `--database NAME` picks another database on the server so chosen.
 *
 * @param otherwise what the help says of doing without a database
 * @throws MissingDatabaseUrl when nothing is configured, or only an embedded server that is not installed; EmbeddedInProduction
 */
export async function selectDatabase(context: CommandContext, input: CommandInput, otherwise?: string): Promise<SelectedDatabase> {
  const configured = selectConfigured(context, input);
  if (configured) return configured;
  if (!context.config().embedded) throw new MissingDatabaseUrl({ otherwise });
  if (isProduction(context)) throw new EmbeddedInProduction(otherwise);
  const flag = databaseFlag(input);
  try {
    return await startEmbedded(context, flag ?? EMBEDDED_DATABASE, flag !== null);
  } catch (error) {
    if (!(error instanceof MissingPackage)) throw error;
    // The image of a deployment has the configuration of a developer's machine, and not its packages.
    throw new MissingDatabaseUrl({
      because: 'the embedded server, which godwit.config.json allows, is not installed here',
      otherwise: [
        ...(error.help === undefined ? [] : [`or install it: ${error.help}`]),
        ...(otherwise === undefined ? [] : [otherwise]),
      ].join('\n'),
    });
  }
}

/** The same without the embedded server: null when no database is configured. */
export function selectConfigured(context: CommandContext, input: CommandInput): SelectedDatabase | null {
  const flag = databaseFlag(input);
  const { environment } = context;
  const dotenv = readDotenv(context.config().root);
  if (flag?.includes('://')) return describe(resolveDatabase({ environment, dotenv, url: flag }), true);
  const configured = resolveDatabase({ environment, dotenv });
  return describe(configured && flag !== null ? { ...configured, database: flag } : configured, flag !== null);
}

/** `not running` where the embedded server would have to be started first. */
export type AwakeDatabase = SelectedDatabase | 'not running' | null;

/** The same as `selectDatabase` for a command that does not need it: starts nothing, and null where that one throws. */
export async function selectAwake(context: CommandContext, input: CommandInput): Promise<AwakeDatabase> {
  const configured = selectConfigured(context, input);
  const { embedded, root } = context.config();
  if (configured || !embedded || isProduction(context)) return configured;
  const embeddedServer = await loadEmbedded().catch((error: unknown) => {
    if (error instanceof MissingPackage) return null;
    throw error;
  });
  if (embeddedServer === null) return null;
  const status = await embeddedServer.serverStatus(embeddedDirectory(root));
  const flag = databaseFlag(input);
  return status === null
    ? 'not running'
    : describeEmbedded(parseDatabaseUrl(status.url, 'embedded'), flag ?? EMBEDDED_DATABASE, flag !== null);
}

/**
 * What `--database` says: a URL or a name; null without it.
 *
 * @throws UsageError when it says nothing, which would be whatever database the driver falls back to
 */
export function databaseFlag(input: CommandInput): string | null {
  const { database } = input.options;
  if (typeof database !== 'string') return null;
  if (database.trim() !== '') return database;
  throw new UsageError({
    message: '--database is empty',
    help: 'give a URL or a name; a variable of the shell that is not set is nothing',
  });
}

/** ENVIRONMENT or GODWIT_ENV, from the environment or `.env`, says production. */
export function isProduction(context: CommandContext): boolean {
  const { ENVIRONMENT, GODWIT_ENV } = { ...readDotenv(context.config().root), ...context.environment };
  return [ENVIRONMENT, GODWIT_ENV].some((value) => value?.toLowerCase() === 'production');
}

/** Where the embedded server of a project keeps its data. */
export function embeddedDirectory(root: string): string {
  return join(root, '.godwit', 'embedded');
}

/** The usual database is made when it is missing; one that was named may be mistyped. */
async function startEmbedded(context: CommandContext, database: string, named: boolean): Promise<SelectedDatabase> {
  const settings = named ? { ...(await embeddedServerSettings(context)), database } : await ensureEmbeddedDatabase(context, database);
  return describeEmbedded(settings, database, named);
}

/** Starts the project's embedded server unless it runs, and makes the database there unless it exists. */
export async function ensureEmbeddedDatabase(context: CommandContext, database: string): Promise<DatabaseSettings> {
  const { serverStatus } = await loadEmbedded();
  const server = await embeddedServerSettings(context);
  const status = await serverStatus(embeddedDirectory(context.config().root));
  if (!status?.databases.some(({ name }) => name === database)) await createDatabase(server, database);
  return { ...server, database };
}

/** Starts the project's embedded server unless it runs, and gives the way to its database `postgres`. */
export async function embeddedServerSettings(context: CommandContext): Promise<DatabaseSettings> {
  const { ensureServer } = await loadEmbedded();
  if (!context.output.json) context.output.transient('starting the embedded server …');
  const { url } = await ensureServer({ directory: embeddedDirectory(context.config().root), environment: context.environment });
  context.output.transient('');
  return parseDatabaseUrl(url, 'embedded');
}

/** The package of the embedded server. @throws MissingPackage */
export function loadEmbedded() {
  return loadOptional('@godwit/embedded', 'the embedded server', () => import('@godwit/embedded/client'));
}

/** Two commands may both find it missing; the second is told so. */
async function createDatabase(maintenance: DatabaseSettings, name: string): Promise<void> {
  await withClient(maintenance, async (client) => {
    try {
      await client.query(`create database ${quoteIdentifier(name)}`);
    } catch (error) {
      if (sqlStateOf(error) !== DUPLICATE_DATABASE) throw explainServerError(error, maintenance.user);
    }
  });
}

function describeEmbedded(server: DatabaseSettings, database: string, named: boolean): SelectedDatabase {
  return { settings: { ...server, database }, display: `${database} @ embedded`, embedded: true, named };
}

function describe(settings: DatabaseSettings | null, named: boolean): SelectedDatabase | null {
  return settings && { settings, display: describeDatabase(settings), embedded: false, named };
}
