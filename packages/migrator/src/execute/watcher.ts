import type { Client } from 'pg';
import type { Run } from './run.ts';

/** A second connection, opened when first needed: most runs end before they need one. */
export interface Watcher {
  /** Null on the embedded server, and while none is to be had: then nobody watches, and the server's own timeouts must do. */
  readonly client: () => Promise<Client | null>;
  readonly close: () => Promise<void>;
}

export function createWatcher(connect: Run['connect'], singleBackend: boolean): Watcher {
  let opening: Promise<Client | null> | null = null;
  const open = async (): Promise<Client | null> => {
    try {
      const client = await connect();
      client.once('end', () => {
        opening = null;
      });
      await client.query('set search_path to pg_catalog, pg_temp');
      return client;
    } catch {
      // Out of connection slots, most likely: the next look tries again.
      opening = null;
      return null;
    }
  };
  return {
    client: () => {
      if (singleBackend) return Promise.resolve(null);
      opening ??= open();
      return opening;
    },
    close: async () => {
      const client = await opening;
      opening = null;
      await client?.end().catch(() => {});
    },
  };
}
