import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DatabaseRecord, Registry } from './registry.ts';

/** The databases of a server on disk: `<root>/databases.json` and a data directory each in `<root>/base/<id>`. */
export class DatabaseFiles {
  readonly registry: Registry;
  readonly #base: string;
  readonly #template: string;

  private constructor(registry: Registry, base: string, template: string) {
    this.registry = registry;
    this.#base = base;
    this.#template = template;
  }

  /** Opens the list and removes what an interrupted CREATE or DROP DATABASE left behind. */
  static async open(root: string, template: string): Promise<DatabaseFiles> {
    const base = join(root, 'base');
    await mkdir(base, { recursive: true });
    const registry = await Registry.open(root);
    const known = new Set(registry.list().map(({ id }) => String(id)));
    for (const entry of await readdir(base)) if (!known.has(entry)) await rm(join(base, entry), { recursive: true, force: true });
    return new DatabaseFiles(registry, base, template);
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
    await rm(this.directoryOf(record), { recursive: true, force: true });
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
