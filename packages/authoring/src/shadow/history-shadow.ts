import { type History, type Position, pathTo } from '@godwit/history';
import { type ExecuteSettings, execute, stepUp } from '@godwit/migrator';
import {
  type Client,
  type CopyRecipe,
  type CopyRefusal,
  connect,
  type DatabaseSettings,
  isRefusal,
  refusalOf,
  withClient,
} from '@godwit/postgres';
import { NoShadow, SeedsFailed } from './errors.ts';
import type { ShadowServer } from './shadow-server.ts';
import { type Shadow, withShadow } from './with-shadow.ts';

/** Rows to prove revisions over. */
export interface Seeds {
  /** Digest of the sources: another one means other rows. */
  readonly digest: string;
  /** Loads them into a database at the history's head. @throws SeedsFailed when the schema is not what they are for */
  readonly load: (database: DatabaseSettings) => Promise<void>;
}

/** What shadow databases are made with. */
export interface ShadowSource {
  /** Where they may be made, the best place first; each is asked for when the one before has failed, and told why those have. */
  readonly places: readonly ((refusals: readonly CopyRefusal[]) => Promise<ShadowServer>)[];
  readonly seeds: Seeds | null;
  /** What decides how a database is built, apart from the history: placeholders, settings, actions. */
  readonly fingerprint: string;
  /** Runs before the first revision: the actions of `.gmrc`. */
  readonly prepare: (database: DatabaseSettings) => Promise<void>;
  /** How steps run on a database. */
  readonly execution: (database: DatabaseSettings) => ExecuteSettings;
  readonly signal?: AbortSignal | undefined;
}

/** A database at a target of the history. */
export interface HistoryShadow extends Shadow {
  readonly client: Client;
  /** Another connection to it; the caller ends it. */
  readonly connect: () => Promise<Client>;
  readonly execution: ExecuteSettings;
  /** Whether the rows of the seeds are in it. */
  readonly seeded: boolean;
  /** Why not; null when they are, or when there are none. */
  readonly seedsFailed: SeedsFailed | null;
}

export interface HistoryShadowOptions {
  readonly source: ShadowSource;
  readonly history: Pick<History, 'revisions'>;
  readonly target: Position;
  /** False leaves the rows out. */
  readonly seeds: boolean;
  /** False keeps nothing to be copied: for a target that nobody will ask for again. */
  readonly kept?: boolean;
  /** True for work that leaves nothing changed: it gets the kept one itself, not a copy. */
  readonly lent?: boolean;
}

/**
 * Runs with a database of one's own at a target of the history, with the rows of the seeds where they fit. The second time it is a copy. When the
 * seeds do not fit, it has none, and says why: they may already know of the revision that is being written.
 *
 * @throws NoShadow when there is no place for it; StepFailed when the history cannot be applied from the start
 */
export async function withHistoryShadow<T>(options: HistoryShadowOptions, work: (shadow: HistoryShadow) => Promise<T>): Promise<T> {
  const { source } = options;
  const seeds = options.seeds ? source.seeds : null;
  return atFirstPlace(source, async (server, begun) => {
    const open = (rows: Seeds | null, seedsFailed: SeedsFailed | null) =>
      withShadow(
        server,
        recipeOf(options, rows),
        (shadow) => {
          begun();
          return withConnection(options, shadow, { seeded: rows !== null, seedsFailed }, work);
        },
        { lent: options.lent ?? false },
      );
    try {
      return await open(seeds, null);
    } catch (error) {
      if (!(error instanceof SeedsFailed)) throw error;
      return await open(null, error);
    }
  });
}

type OnServer<T> = (server: ShadowServer, begun: () => void) => Promise<T>;

/** Where there is no server, no embedded one, or none that creates a database for us, the next place is asked. */
async function atFirstPlace<T>({ places }: ShadowSource, run: OnServer<T>): Promise<T> {
  const refusals: CopyRefusal[] = [];
  let last: unknown;
  for (const place of places) {
    let server: ShadowServer | null = null;
    let working = false;
    try {
      server = await place(refusals);
      return await run(server, () => {
        working = true;
      });
    } catch (error) {
      if (working || (server !== null && !isRefusal(error))) throw error;
      refusals.push(refusalOf(error, server));
      last = error;
    }
  }
  throw new NoShadow(refusals, last);
}

async function withConnection<T>(
  { source }: HistoryShadowOptions,
  shadow: Shadow,
  rows: Pick<HistoryShadow, 'seeded' | 'seedsFailed'>,
  work: (shadow: HistoryShadow) => Promise<T>,
): Promise<T> {
  const { settings } = shadow;
  return withClient(settings, (client) =>
    work({ ...shadow, ...rows, client, connect: () => connect(settings, { beside: true }), execution: source.execution(settings) }),
  );
}

function recipeOf({ source, history, target, kept = true }: HistoryShadowOptions, seeds: Seeds | null): CopyRecipe {
  const revisions = target.kind === 'base' ? [] : pathTo(history, target.revision);
  return {
    kept,
    key: JSON.stringify([revisions.at(-1)?.hash ?? null, seeds?.digest ?? null, source.fingerprint]),
    build: async (database) => {
      await source.prepare(database);
      await withClient(database, async (client) => {
        await execute({
          plan: { direction: 'up', from: null, to: null, steps: revisions.map(stepUp), refreshes: [], unfinished: null, databaseAhead: 0 },
          client,
          connect: () => connect(database, { beside: true }),
          settings: { ...source.execution(database), verbose: false, advisoryLock: false },
          ...(source.signal === undefined ? {} : { signal: source.signal }),
        });
      });
      await seeds?.load(database);
    },
  };
}
