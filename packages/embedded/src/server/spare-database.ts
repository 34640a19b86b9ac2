import type { DatabaseFiles } from '../storage/database-files.ts';
import { discardDatabase, makeDatabase, type NamelessDatabase } from './open-database.ts';

/** A suite of tests asks for the next one sooner than this. */
const KEEP_MS = 30_000;

/**
 * A nameless database kept ready: CREATE DATABASE then takes milliseconds. One is made only after two were asked for in a short time,
 * and given up when no more are asked for.
 */
export class SpareDatabase {
  readonly #files: DatabaseFiles;
  #spare: Promise<NamelessDatabase> | null = null;
  #asked = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  constructor(files: DatabaseFiles) {
    this.#files = files;
  }

  /** The spare one, or one made now. */
  async take(): Promise<NamelessDatabase> {
    const spare = this.#spare;
    this.#forget();
    return (await spare?.catch(() => null)) ?? (await makeDatabase(this.#files));
  }

  /** To be called when one was taken and used: makes the next if this goes on. */
  prepare(): void {
    const now = performance.now();
    const isSeries = now - this.#asked < KEEP_MS;
    this.#asked = now;
    if (!isSeries || this.#spare !== null) return;
    this.#spare = makeDatabase(this.#files);
    // whoever takes it makes another then
    this.#spare.catch(() => undefined);
    this.#timer = setTimeout(() => void this.discard().catch(() => undefined), KEEP_MS);
  }

  /** What it cannot remove is removed at the next start. */
  async discard(): Promise<void> {
    const spare = this.#spare;
    this.#forget();
    const made = await spare?.catch(() => null);
    if (made != null) await discardDatabase(this.#files, made);
  }

  #forget(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#spare = null;
  }
}
