import { createHash } from 'node:crypto';
import type { Client } from '@godwit/postgres';
import type { CatalogReader } from './catalog-reader.ts';

let generations = 0;

/** Part of the statements' names, never used twice: pg believes what it has prepared to be there for ever. */
function next(): number {
  return generations++;
}

/**
 * Reads catalogs with prepared statements: the third time in one session that is two to three times as fast, since to plan a query on the system
 * catalog takes the server longer than to run it.
 */
export class PreparedReader implements CatalogReader {
  readonly #client: Client;
  #generation = next();

  constructor(client: Client) {
    this.#client = client;
  }

  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }> {
    const name = `godwit_read_${this.#generation}_${createHash('sha1').update(text).digest('hex').slice(0, 12)}`;
    return this.#client.query({ name, text, ...(values === undefined ? {} : { values }) });
  }

  /** To be called when the session's statements may have been deallocated. */
  forget(): void {
    this.#generation = next();
  }
}
