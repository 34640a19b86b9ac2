import { EngineFailure } from '../engine/engine.ts';
import type { Session } from '../session/session.ts';
import type { DatabaseFiles } from '../storage/database-files.ts';
import type { DatabaseRecord } from '../storage/registry.ts';
import { ClientError, unknownDatabase } from './client-error.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { SharedDatabase } from './shared-database.ts';
import type { DatabaseStatus } from './status.ts';
import { withinGrace } from './within-grace.ts';

/** Engines that stay open though nobody is connected: about 150 MB each. */
const IDLE_ENGINES = 4;
/** How long a statement about a database waits for connections to it that are just closing (PostgreSQL: 5 s). */
const DEPARTURE_MS = 5_000;
/** How long a running statement may hold up the end of the server. */
const STOP_GRACE_MS = 5_000;

/** The databases of a running server by name: who is in which, and which are open. */
export class Cluster {
  readonly files: DatabaseFiles;
  readonly #patienceMs: number;
  /** Those that were used since the start; the least recently used first. */
  readonly #used = new Map<string, SharedDatabase>();
  /** Statements about databases, one at a time. */
  #last: Promise<unknown> = Promise.resolve();
  /** The databases that the running one works on: nobody joins them meanwhile. */
  readonly #locked = new Set<string>();
  /** Engines on their way down, by directory: two on one directory would destroy it. */
  readonly #closing = new Map<number, Promise<void>>();

  constructor(files: DatabaseFiles, patienceMs: number) {
    this.files = files;
    this.#patienceMs = patienceMs;
  }

  /**
   * Joins a session to a database.
   *
   * @throws ClientError 3D000 when there is none of this name
   */
  async join(name: string, session: Session): Promise<SharedDatabase> {
    while (this.#locked.has(name)) await this.#last;
    const record = this.files.registry.get(name);
    if (record === undefined) throw unknownDatabase(name, 'FATAL');
    const database = this.#used.get(name) ?? this.#share(record);
    this.#use(database);
    database.sessions.add(session);
    return database;
  }

  /** Does something about databases that nobody is to join meanwhile, after what was begun before. */
  exclusively(names: readonly string[], work: () => Promise<void>): Promise<void> {
    const result = this.#last.then(async () => {
      for (const name of names) this.#locked.add(name);
      await work().finally(() => this.#locked.clear());
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /**
   * Closes a database once its sessions have left; for the time of an exclusive work.
   *
   * @param words what is said when some stay
   * @param expel sends them away first
   * @throws ClientError 55006
   */
  async vacate(name: string, words: string, expel = false): Promise<void> {
    const database = this.#used.get(name);
    if (database === undefined) return;
    if (expel) for (const { client } of database.sessions) client.terminate(EXPELLED);
    const isDeserted = await database.turns.until(() => database.isDeserted, DEPARTURE_MS);
    if (isDeserted) return await this.#close(database);
    const others = database.sessions.size;
    const detail = others === 1 ? 'There is 1 other session using the database.' : `There are ${others} other sessions using the database.`;
    throw new ClientError({ code: '55006', message: words, detail });
  }

  /** Takes over a database that was opened elsewhere. */
  adopt(record: DatabaseRecord, open: OpenDatabase): void {
    this.#use(this.#share(record, open));
  }

  /** To be called when a session left or a database was added: closes the engines that have been idle longest. */
  async trim(): Promise<void> {
    const idle = [...this.#used.values()].filter(({ isDeserted, isOpen }) => isDeserted && isOpen);
    await Promise.all(idle.slice(0, Math.max(0, idle.length - IDLE_ENGINES)).map((database) => this.#close(database)));
  }

  /** All databases by name. */
  async describe(): Promise<Omit<DatabaseStatus, 'url'>[]> {
    return await Promise.all(
      this.files.registry.list().map(async (record) => {
        const used = this.#used.get(record.name);
        const bytes = await this.files.sizeOf(record);
        return { name: record.name, bytes, open: used?.isOpen ?? false, connections: used?.sessions.size ?? 0 };
      }),
    );
  }

  /** Closes all databases once `dismissed` resolved, those that are busy after the grace as a crash would. */
  async stop(dismissed: Promise<void>): Promise<void> {
    if (!(await withinGrace(dismissed, STOP_GRACE_MS))) for (const database of this.#used.values()) await database.kill();
    await dismissed;
    await this.#last;
    await Promise.all([...this.#used.values()].map((database) => this.#close(database)));
    await Promise.all(this.#closing.values());
  }

  /** Ends all engines at once, and tells their connections why: the data directory is lost, so nothing may be written to it. */
  abandon(loss: EngineFailure): void {
    for (const database of this.#used.values()) database.crashed(loss);
  }

  #use(database: SharedDatabase): void {
    this.#used.delete(database.record.name);
    this.#used.set(database.record.name, database);
  }

  #share(record: DatabaseRecord, opened: OpenDatabase | null = null): SharedDatabase {
    let ready = opened;
    return new SharedDatabase({
      record,
      patienceMs: this.#patienceMs,
      databases: this.files.registry,
      open: async () => {
        const open = ready;
        ready = null;
        if (open !== null) return open;
        await this.#closing.get(record.id);
        return await openDatabase(this.files, this.files.registry.get(record.name) ?? record);
      },
    });
  }

  async #close(database: SharedDatabase): Promise<void> {
    const { name, id } = database.record;
    if (this.#used.get(name) === database) this.#used.delete(name);
    const closed = database.close().catch((error: unknown) => {
      // a failed one is closed as well; the next to open it recovers
      if (!(error instanceof EngineFailure)) throw error;
    });
    this.#closing.set(id, closed);
    await closed;
    if (this.#closing.get(id) === closed) this.#closing.delete(id);
  }
}

const EXPELLED = new ClientError({ severity: 'FATAL', code: '57P01', message: 'terminating connection due to administrator command' });
