import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineFailure, type LossCheck } from '../engine/engine.ts';
import type { DirectoryLock } from './directory-lock.ts';
import { type DatabaseRecord, Registry } from './registry.ts';

/** The databases of a server on disk: `<root>/databases.json` and a data directory each in `<root>/base/<id>`. */
export class DatabaseFiles {
  readonly registry: Registry;
  /** Why nothing may be written any more: the directory was deleted, or is another one by now. Null while it may. */
  readonly lost: LossCheck;
  readonly #base: string;
  readonly #template: string;

  private constructor(registry: Registry, lost: LossCheck, base: string, template: string) {
    this.registry = registry;
    this.lost = lost;
    this.#base = base;
    this.#template = template;
  }

  /** Opens the list and removes what an interrupted CREATE or DROP DATABASE left behind. */
  static async open(root: string, template: string, lock: Pick<DirectoryLock, 'isInPlace'>): Promise<DatabaseFiles> {
    const lost = (): EngineFailure | null =>
      lock.isInPlace() ? null : new EngineFailure(`its directory ${root} was deleted`, [], 'ENOENT');
    const base = join(root, 'base');
    await mkdir(base, { recursive: true });
    const registry = await Registry.open(root, lost);
    const known = new Set(registry.list().map(({ id }) => String(id)));
    for (const entry of await readdir(base)) if (!known.has(entry)) await rm(join(base, entry), { recursive: true, force: true });
    return new DatabaseFiles(registry, lost, base, template);
  }

  directoryOf(record: DatabaseRecord): string {
    return join(this.#base, String(record.id));
  }

  /** The data directory of an empty database, to be copied. */
  get template(): string {
    return this.#template;
  }

  /** A place for a new data directory; what is there is not a database before the registry says so. */
  newPlace(): { readonly id: number; readonly directory: string } {
    const id = this.registry.takeId();
    return { id, directory: join(this.#base, String(id)) };
  }

  async drop(record: DatabaseRecord): Promise<void> {
    await this.registry.replace(record.name, null);
    await this.remove(this.directoryOf(record));
  }

  /** Removes a data directory that the registry does not name. */
  async remove(directory: string): Promise<void> {
    if (this.lost() === null) await rm(directory, { recursive: true, force: true });
  }

  async rename(record: DatabaseRecord, to: string): Promise<DatabaseRecord> {
    const renamed = { ...record, name: to };
    await this.registry.replace(record.name, renamed);
    return renamed;
  }

  /** In bytes, write-ahead log included. */
  async sizeOf(record: DatabaseRecord): Promise<number> {
    const directory = this.directoryOf(record);
    if (!existsSync(directory)) return 0;
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const sizes = entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }
}
