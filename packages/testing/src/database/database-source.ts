import { type Client, type ConnectOptions, type Copy, type CopyRecipe, connect, openCopy, toDatabaseUrl } from '@godwit/postgres';
import { type FoundServer, findServer } from '../server/find-server.ts';
import { logPosition } from './log-position.ts';
import { type DatabaseOptions, migratedRecipe } from './migrated-recipe.ts';
import type { TestDatabase } from './test-database.ts';

/** Branches, targets and seeds of all projects that test on one server. */
const KEPT = 12;

/** One that a test has, or that waits for the next test. */
interface Held {
  readonly copy: Copy;
  /** Where the log was when it was new; null on a server that others write to as well. */
  readonly unwritten: string | null;
}

export interface Lease {
  readonly database: TestDatabase;
  /** Closes the connections that are open, and drops the database or keeps it for the next test. */
  readonly giveBack: () => Promise<void>;
}

/**
 * Databases for the tests of a file, all as the options say. A real server gives each test one of its own, and makes the next one while a test
 * runs: from the second on, since many files have a single test. The embedded one takes longer to make one, so a test gets the one of the test
 * before, unless that has written to it.
 */
export class DatabaseSource {
  readonly #options: DatabaseOptions;
  #recipe: Promise<CopyRecipe> | undefined;
  #hasCleared = false;
  #hasGiven = false;
  readonly #idle: Held[] = [];
  /** What is being made for the next test. */
  #next: Promise<Held> | undefined;
  readonly #closing: Promise<void>[] = [];

  constructor(options: DatabaseOptions) {
    this.#options = options;
  }

  /** Makes the first one before anybody asks. @throws what `take` throws */
  async prepare(): Promise<void> {
    this.#idle.push(await this.#make(await findServer()));
  }

  /** @throws what `findServer`, `migratedRecipe` and `openCopy` throw */
  async take(): Promise<Lease> {
    const server = await findServer();
    const held = await this.#held(server);
    const { settings } = held.copy;
    const clients: Client[] = [];
    const open = async (options?: ConnectOptions): Promise<Client> => {
      const client = await connect(settings, options);
      clients.push(client);
      return client;
    };
    const giveBack = async () => {
      await Promise.allSettled(clients.map((client) => client.end()));
      if (await isUnwritten(held)) this.#idle.push(held);
      else this.#closing.push(held.copy.close());
    };
    try {
      const { kind, can } = server;
      const url = toDatabaseUrl(settings, { password: true });
      return { database: { url, settings, client: await open(), connect: open, server: { kind, can } }, giveBack };
    } catch (error) {
      await held.copy.close();
      throw error;
    }
  }

  /** Drops all that were made; those of tests that are still running are theirs. */
  async close(): Promise<void> {
    // What could not be made is nobody's concern any more.
    const unneeded = await this.#takeNext()?.catch(() => null);
    if (unneeded) this.#idle.push(unneeded);
    const idle = this.#idle.splice(0).map(({ copy }) => copy.close());
    await Promise.all([...this.#closing, ...idle]);
  }

  async #held(server: FoundServer): Promise<Held> {
    const held = this.#idle.pop() ?? (await (this.#takeNext() ?? this.#make(server)));
    if (this.#hasGiven && server.kind !== 'embedded') {
      this.#next ??= this.#make(server);
      // Whoever waits for it is told.
      this.#next.catch(() => {});
    }
    this.#hasGiven = true;
    return held;
  }

  #takeNext(): Promise<Held> | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }

  async #make({ admin, kind }: FoundServer): Promise<Held> {
    this.#recipe ??= migratedRecipe(this.#options);
    const place = { admin, prefix: `${admin.database}_test`, kept: KEPT };
    const clears = !this.#hasCleared;
    this.#hasCleared = true;
    const copy = await openCopy(place, await this.#recipe, { clears });
    try {
      return { copy, unwritten: kind === 'embedded' ? await logPosition(copy.settings) : null };
    } catch (error) {
      await copy.close();
      throw error;
    }
  }
}

async function isUnwritten({ copy, unwritten }: Held): Promise<boolean> {
  if (unwritten === null) return false;
  // One that cannot be asked any more is not used again.
  return (await logPosition(copy.settings).catch(() => null)) === unwritten;
}
