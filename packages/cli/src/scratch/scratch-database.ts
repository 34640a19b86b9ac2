import { randomBytes } from 'node:crypto';
import type { ShadowRefusal } from '@godwit/authoring';
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
import { tellElsewhere } from '../authoring/tell-elsewhere.ts';
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
  const refusals: ShadowRefusal[] = [];
  for (const find of places(context, selected)) {
    let place: Place | null = null;
    try {
      place = await find(refusals);
      await createDatabase(place.server, name);
    } catch (error) {
      refusals.push(refusalOf(error, place));
      continue;
    }
    const { server, sameServer } = place;
    try {
      return { kind: 'done', value: await work({ settings: { ...server, database: name }, sameServer }) };
    } finally {
      await dropDatabase(server, name);
    }
  }
  return { kind: 'nowhere', why: refusals.map(({ reason }) => reason).join('; ') };
}

/** Is told why the places before it were none. */
type FindPlace = (refusals: readonly ShadowRefusal[]) => Promise<Place>;

function places(
  context: CommandContext,
  { database, ledger }: { readonly database: SelectedDatabase; readonly ledger: Pick<Ledger, 'production'> },
): readonly FindPlace[] {
  const given = context.environment.SHADOW_DATABASE_URL;
  if (given) return [async () => ({ server: parseDatabaseUrl(given, 'SHADOW_DATABASE_URL'), sameServer: false })];
  if (database.embedded) return [async () => ({ server: await embeddedServerSettings(context), sameServer: true })];
  const isMarked = ledger.production || isProduction(context);
  const onEmbedded: FindPlace = async ([refusal]) => {
    const server = await embeddedServerSettings(context);
    const reason = `${describeServer(database.settings)} is ${isMarked ? 'in production' : 'another machine'}`;
    tellElsewhere(context, refusal ?? { reason, powerless: null });
    return { server, sameServer: false };
  };
  const here = isLoopback(database.settings) && !isMarked;
  return here ? [async () => ({ server: database.settings, sameServer: true }), onEmbedded] : [onEmbedded];
}

function createDatabase(server: DatabaseSettings, name: string): Promise<unknown> {
  return withClient(server, (client) => client.query(`create database ${quoteIdentifier(name)}`));
}

async function dropDatabase(server: DatabaseSettings, name: string): Promise<void> {
  await withClient(server, (client) => client.query(`drop database if exists ${quoteIdentifier(name)} with (force)`));
}

function refusalOf(error: unknown, place: Place | null): ShadowRefusal {
  if (place !== null && sqlStateOf(error) === NOT_PERMITTED) {
    const { user } = place.server;
    return { reason: `${user} may not create databases on ${describeServer(place.server)}`, powerless: user };
  }
  if (error instanceof GodwitError) return { reason: [error.message, ...error.details].join(': '), powerless: null };
  return { reason: error instanceof Error ? error.message : String(error), powerless: null };
}
