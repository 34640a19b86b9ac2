import { createHash } from 'node:crypto';
import type { CatalogReader } from '@godwit/catalog';
import type { Client } from '@godwit/postgres';

/**
 * Reads catalogs with prepared statements: the third time in one session that is two to three times as fast, since to plan a query on the system
 * catalog takes the server longer than to run it.
 */
export class PreparedReader implements CatalogReader {
  readonly #client: Client;
  /** Of the names: what the server has forgotten is prepared anew. */
  #generation = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }> {
    const name = `godwit_read_${this.#generation}_${createHash('sha1').update(text).digest('hex').slice(0, 12)}`;
    return this.#client.query({ name, text, ...(values === undefined ? {} : { values }) });
  }

  /** To be called when the session's statements may have been deallocated. */
  forget(): void {
    this.#generation += 1;
  }
}
