import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LossCheck } from '../engine/engine.ts';
import { POSTGRES_MAJOR } from '../engine/pglite-distribution.ts';

/** A database on disk. */
export interface DatabaseRecord {
  readonly name: string;
  /** Names the data directory, stands for the oid in `pg_database`; never used again. */
  readonly id: number;
  /** What the database is called inside its data directory, until it is opened the next time. */
  readonly catalogName: string;
}

/** The first oid that PostgreSQL gives to objects of users. */
const FIRST_ID = 16_384;

/**
 * Which databases there are. One file, replaced as a whole: writing it is the moment at which a database exists, is renamed or
 * is gone; directories that it does not name are leftovers.
 */
export class Registry {
  readonly #path: string;
  readonly #lost: LossCheck;
  #records: ReadonlyMap<string, DatabaseRecord>;
  #nextId: number;
  #version = 1;
  #last: Promise<void> = Promise.resolve();

  private constructor(path: string, lost: LossCheck, records: readonly DatabaseRecord[], nextId: number) {
    this.#path = path;
    this.#lost = lost;
    this.#records = new Map(records.map((record) => [record.name, record]));
    this.#nextId = nextId;
  }

  /** @throws SyntaxError when the file is not what was written. */
  static async open(root: string, lost: LossCheck): Promise<Registry> {
    const path = join(root, 'databases.json');
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return new Registry(path, lost, [], FIRST_ID);
    const { nextId, databases } = parse(JSON.parse(text));
    return new Registry(path, lost, databases, nextId);
  }

  /** Another one after each change of a name. */
  get version(): number {
    return this.#version;
  }

  /** Sorted by name. */
  list(): DatabaseRecord[] {
    return [...this.#records.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  get(name: string): DatabaseRecord | undefined {
    return this.#records.get(name);
  }

  /** A number for a new database. */
  takeId(): number {
    return this.#nextId++;
  }

  /** Replaces the record of `name`, or removes it. Rejects, with nothing changed, when the disk is full or the directory lost. */
  async replace(name: string, record: DatabaseRecord | null): Promise<void> {
    const work = this.#last.then(async () => {
      const known = this.#records.has(name);
      const records = new Map(this.#records);
      records.delete(name);
      if (record !== null) records.set(record.name, record);
      await this.#write([...records.values()]);
      this.#records = records;
      if (record?.name !== name || !known) this.#version++;
    });
    this.#last = work.catch(() => undefined);
    await work;
  }

  async #write(databases: readonly DatabaseRecord[]): Promise<void> {
    const loss = this.#lost();
    if (loss !== null) throw loss;
    const content = { postgres: POSTGRES_MAJOR, nextId: this.#nextId, databases };
    await writeFile(`${this.#path}.tmp`, `${JSON.stringify(content, null, 2)}\n`);
    await rename(`${this.#path}.tmp`, this.#path);
  }
}

function parse(content: unknown): { nextId: number; databases: DatabaseRecord[] } {
  if (isObject(content) && content.postgres !== POSTGRES_MAJOR) throw new SyntaxError(`made by PostgreSQL ${String(content.postgres)}`);
  if (!isObject(content) || typeof content.nextId !== 'number' || !Array.isArray(content.databases))
    throw new SyntaxError('not a list of databases');
  return { nextId: content.nextId, databases: content.databases.map(parseRecord) };
}

function parseRecord(record: unknown): DatabaseRecord {
  if (isObject(record) && typeof record.name === 'string' && typeof record.id === 'number' && typeof record.catalogName === 'string')
    return { name: record.name, id: record.id, catalogName: record.catalogName };
  throw new SyntaxError('not a database');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
