import { randomBytes } from 'node:crypto';
import { GodwitError } from '@godwit/diagnostics';
import type { Ledger } from '@godwit/migrator';
import {
  type DatabaseSettings,
  describeServer,
  isLoopback,
  parseDatabaseUrl,
  quoteIdentifier,
  sqlStateOf,
  withClient,
} from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { embeddedServerSettings, isProduction, type SelectedDatabase } from '../session/select-database.ts';

const NOT_PERMITTED = '42501';

/** A database of our own, empty, dropped afterwards. */
export interface ScratchDatabase {
  readonly settings: DatabaseSettings;
  /** True when it is on the server of the selected database, where the same roles are. */
  readonly sameServer: boolean;
}

/** What came of the work, or why there was no place for it. */
export type ScratchOutcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'nowhere'; readonly why: string };

interface Place {
  /** Any database there, to create ours from. */
  readonly server: DatabaseSettings;
  readonly sameServer: boolean;
}

/**
 * Runs with a scratch database: on the server of SHADOW_DATABASE_URL, else on the selected one when it is on this machine and not production,
 * else on the embedded one. Never on a remote host that nobody named for it.
 */
export async function withScratchDatabase<T>(
  context: CommandContext,
  selected: { readonly database: SelectedDatabase; readonly ledger: Pick<Ledger, 'production'> },
  work: (scratch: ScratchDatabase) => Promise<T>,
): Promise<ScratchOutcome<T>> {
  const name = `godwit_scratch_${randomBytes(6).toString('hex')}`;
  const reasons: string[] = [];
  for (const find of places(context, selected)) {
    let place: Place;
    try {
      place = await find();
      await createDatabase(place.server, name);
    } catch (error) {
      reasons.push(reasonOf(error));
      continue;
    }
    try {
      return { kind: 'done', value: await work({ settings: { ...place.server, database: name }, sameServer: place.sameServer }) };
    } finally {
      await dropDatabase(place.server, name);
    }
  }
  return { kind: 'nowhere', why: reasons.join('; ') };
}

function places(
  context: CommandContext,
  { database, ledger }: { readonly database: SelectedDatabase; readonly ledger: Pick<Ledger, 'production'> },
): (() => Promise<Place>)[] {
  const given = context.environment.SHADOW_DATABASE_URL;
  if (given) return [async () => ({ server: parseDatabaseUrl(given, 'SHADOW_DATABASE_URL'), sameServer: false })];
  const here = isLoopback(database.settings) && !ledger.production && !isProduction(context);
  const embedded = async (): Promise<Place> => ({ server: await embeddedServerSettings(context), sameServer: database.embedded });
  return here && !database.embedded ? [async () => ({ server: database.settings, sameServer: true }), embedded] : [embedded];
}

async function createDatabase(server: DatabaseSettings, name: string): Promise<void> {
  await withClient(server, async (client) => {
    try {
      await client.query(`create database ${quoteIdentifier(name)}`);
    } catch (error) {
      if (sqlStateOf(error) === NOT_PERMITTED) throw new Error(`${server.user} may not create databases on ${describeServer(server)}`);
      throw error;
    }
  });
}

async function dropDatabase(server: DatabaseSettings, name: string): Promise<void> {
  await withClient(server, (client) => client.query(`drop database if exists ${quoteIdentifier(name)} with (force)`));
}

function reasonOf(error: unknown): string {
  if (error instanceof GodwitError) return [error.message, ...error.details].join(': ');
  return error instanceof Error ? error.message : String(error);
}
