import type { ShadowServer, ShadowSource } from '@godwit/authoring';
import type { Ledger } from '@godwit/migrator';
import {
  type CopyRefusal,
  type DatabaseSettings,
  describeServer,
  isLoopback,
  parseDatabaseUrl,
  UnknownDatabase,
  withClient,
} from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { embeddedServerSettings, isProduction, type SelectedDatabase } from '../session/select-database.ts';
import { tellElsewhere } from './tell-elsewhere.ts';

export interface PlaceRequest {
  /** Null where there is none: the embedded server will do. */
  readonly database: SelectedDatabase | null;
  /** Null where the database cannot be asked: nobody knows that it is not in production. */
  readonly ledger: Pick<Ledger, 'production'> | null;
}

/**
 * Where shadow databases may be made, the best place first: on the server of SHADOW_DATABASE_URL, else on the selected one when it is on this
 * machine and not production, else on the embedded one. Never on a remote server that nobody named for it.
 */
export function shadowPlaces(context: CommandContext, { database, ledger }: PlaceRequest): ShadowSource['places'] {
  const given = context.environment.SHADOW_DATABASE_URL;
  if (given) return [() => givenServer(parseDatabaseUrl(given, 'SHADOW_DATABASE_URL'))];
  if (database === null) return [async () => ({ admin: await embeddedServerSettings(context), prefix: 'app_shadow', sameServer: false })];
  const { settings, embedded } = database;
  const prefix = `${settings.database}_shadow`;
  if (embedded) return [async () => ({ admin: settings, prefix, sameServer: true })];
  const isMarked = ledger?.production === true || isProduction(context);
  const why = isMarked ? 'is in production' : isLoopback(settings) ? 'cannot be asked whether it is in production' : 'is another machine';
  const onEmbedded = async ([refusal]: readonly CopyRefusal[]) => {
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
