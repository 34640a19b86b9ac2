import type { Session } from '../session/session.ts';
import type { DatabaseFiles } from '../storage/database-files.ts';
import type { DatabaseRecord } from '../storage/registry.ts';
import { ClientError, unknownDatabase } from './client-error.ts';
import { openDatabase } from './open-database.ts';
import { SharedDatabase } from './shared-database.ts';
import type { DatabaseStatus } from './status.ts';

/** Engines that stay open though nobody is connected: about 250 MB each. */
const IDLE_ENGINES = 4;
/** How long DROP DATABASE waits for connections that are just closing (PostgreSQL: 5 s). */
const DEPARTURE_MS = 5_000;
/** How long a running statement may hold up the end of the server. */
const STOP_GRACE_MS = 5_000;

/** The databases of a running server by name. */
export class Cluster {
  readonly #files: DatabaseFiles;
  readonly #patienceMs: number;
  /** Those that were used since the start; the least recently used first. */
  readonly #used = new Map<string, SharedDatabase>();
  /** CREATE, DROP and RENAME, one at a time. */
  #last: Promise<unknown> = Promise.resolve();
  /** The databases that the running one works on: nobody joins them meanwhile. */
  readonly #locked = new Set<string>();
  /** Engines on their way down, by directory: two on one directory would destroy it. */
  readonly #closing = new Map<number, Promise<void>>();

  constructor(files: DatabaseFiles, patienceMs: number) {
    this.#files = files;
    this.#patienceMs = patienceMs;
  }

  get files(): DatabaseFiles {
    return this.#files;
  }

  /** The databases in use: those with an open engine or a connection. */
  get used(): ReadonlyMap<string, SharedDatabase> {
    return this.#used;
  }

  /**
   * Joins a session to a database.
   *
   * @throws ClientError 3D000 when there is none of this name
   */
  async join(name: string, session: Session): Promise<SharedDatabase> {
    while (this.#locked.has(name)) await this.#last;
    const record = this.#files.registry.get(name);
    if (record === undefined) throw unknownDatabase(name, 'FATAL');
    const database = this.#used.get(name) ?? this.#share(record);
    this.#used.delete(name);
    this.#used.set(name, database);
    database.sessions.add(session);
    return database;
  }

  /** To be called after a session left: closes the engines that have been idle longest. */
  async trim(): Promise<void> {
    const idle = [...this.#used.values()].filter(({ sessions, isOpen }) => sessions.size === 0 && isOpen);
    for (const database of idle.slice(0, Math.max(0, idle.length - IDLE_ENGINES))) await this.#close(database);
  }

  create(name: string, template: string | null): Promise<void> {
    return this.#exclusively([name, template ?? ''], async () => {
      if (this.#files.registry.get(name) !== undefined)
        throw new ClientError({ code: '42P04', message: `database "${name}" already exists` });
      const source = this.#sourceOf(template);
      const used = source === undefined ? undefined : this.#used.get(source.name);
      if (used !== undefined) {
        await this.#departure(used, `source database "${used.record.name}" is being accessed by other users`);
        await this.#close(used);
      }
      await this.#files.create(name, source && this.#files.registry.get(source.name));
    });
  }

  drop(name: string, options: { readonly ifExists: boolean; readonly force: boolean; readonly by: string }): Promise<void> {
    return this.#exclusively([name], async () => {
      const record = this.#files.registry.get(name);
      if (record === undefined && options.ifExists) return;
      if (record === undefined) throw unknownDatabase(name, 'ERROR');
      if (name === options.by) throw new ClientError({ code: '55006', message: 'cannot drop the currently open database' });
      const used = this.#used.get(name);
      if (used !== undefined) {
        if (options.force) for (const { client } of used.sessions) client.terminate(ADMINISTRATOR);
        await this.#departure(used, `database "${name}" is being accessed by other users`);
        await this.#close(used);
      }
      await this.#files.drop(record);
    });
  }

  rename(name: string, to: string, by: string): Promise<void> {
    return this.#exclusively([name, to], async () => {
      const record = this.#files.registry.get(name);
      if (record === undefined) throw unknownDatabase(name, 'ERROR');
      if (this.#files.registry.get(to) !== undefined) throw new ClientError({ code: '42P04', message: `database "${to}" already exists` });
      if (name === by) throw new ClientError({ code: '0A000', message: 'current database cannot be renamed' });
      const used = this.#used.get(name);
      if (used !== undefined) {
        await this.#departure(used, `database "${name}" is being accessed by other users`);
        await this.#close(used);
      }
      await this.#files.rename(record, to);
    });
  }

  /** All databases by name. */
  async describe(): Promise<Omit<DatabaseStatus, 'url'>[]> {
    return await Promise.all(
      this.#files.registry.list().map(async (record) => {
        const used = this.#used.get(record.name);
        const bytes = await this.#files.sizeOf(record);
        return { name: record.name, bytes, open: used?.isOpen ?? false, connections: used?.sessions.size ?? 0 };
      }),
    );
  }

  /** Closes all databases once `dismissed` resolved, those that are busy after the grace as a crash would. */
  async stop(dismissed: Promise<void>): Promise<void> {
    const patient = await withinGrace(dismissed);
    if (!patient) for (const database of this.#used.values()) await database.kill();
    await dismissed;
    await Promise.all([...this.#used.values()].map((database) => this.#close(database)));
    await Promise.all(this.#closing.values());
  }

  #share(record: DatabaseRecord): SharedDatabase {
    return new SharedDatabase({
      record,
      patienceMs: this.#patienceMs,
      databases: this.#files.registry,
      open: async () => {
        await this.#closing.get(record.id);
        return await openDatabase(this.#files, this.#files.registry.get(record.name) ?? record);
      },
    });
  }

  #sourceOf(template: string | null): DatabaseRecord | undefined {
    if (template === null || template === 'template0' || template === 'template1') return undefined;
    const record = this.#files.registry.get(template);
    if (record === undefined) throw new ClientError({ code: '3D000', message: `template database "${template}" does not exist` });
    return record;
  }

  async #close(database: SharedDatabase): Promise<void> {
    const { name, id } = database.record;
    if (this.#used.get(name) === database) this.#used.delete(name);
    const closed = database.close().catch(() => undefined);
    this.#closing.set(id, closed);
    await closed;
    if (this.#closing.get(id) === closed) this.#closing.delete(id);
  }

  /** Waits for the sessions of a database to leave. */
  async #departure(database: SharedDatabase, message: string): Promise<void> {
    if (await database.turns.until(() => database.isDeserted, DEPARTURE_MS)) return;
    const others = database.sessions.size;
    const detail = others === 1 ? 'There is 1 other session using the database.' : `There are ${others} other sessions using the database.`;
    throw new ClientError({ code: '55006', message, detail });
  }

  #exclusively(names: readonly string[], work: () => Promise<void>): Promise<void> {
    const result = this.#last.then(async () => {
      for (const name of names) this.#locked.add(name);
      await work().finally(() => this.#locked.clear());
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}

async function withinGrace(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), STOP_GRACE_MS);
  });
  return await Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}

const ADMINISTRATOR = new ClientError({
  severity: 'FATAL',
  code: '57P01',
  message: 'terminating connection due to administrator command',
});
