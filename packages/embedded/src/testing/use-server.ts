import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../server/server.ts';

/** A server of its own for the tests of a file, and databases of their own for the tests. */
export interface TestEmbeddedServer {
  readonly server: RunningServer;
  readonly directory: string;
  /** Runs `work` with a new database, which is dropped afterwards. */
  withDatabase<T>(work: (database: TestEmbeddedDatabase) => Promise<T>): Promise<T>;
}

export interface TestEmbeddedDatabase {
  readonly name: string;
  readonly url: string;
  /** A new connection, closed after the test. */
  connect(config?: pg.ClientConfig): Promise<pg.Client>;
}

/** Starts a server before the tests of a file and stops it after them. */
export function useServer(options: Partial<ServerOptions> = {}): TestEmbeddedServer {
  let directory = '';
  let server: RunningServer | undefined;
  let next = 1;
  const running = (): RunningServer => {
    if (server === undefined) throw new Error('the server runs only during tests');
    return server;
  };
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'godwit-embedded-'));
    server = await startServer({ directory, ...options });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  });
  return {
    get server() {
      return running();
    },
    get directory() {
      return directory;
    },
    async withDatabase(work) {
      const name = `test_${next++}`;
      await query(running().url(), `create database ${name}`);
      const clients: pg.Client[] = [];
      const connect = async (config: pg.ClientConfig = {}): Promise<pg.Client> => {
        const client = new pg.Client({ connectionString: running().url(name), ...config });
        client.on('error', () => undefined);
        clients.push(client);
        await client.connect();
        return client;
      };
      try {
        return await work({ name, url: running().url(name), connect });
      } finally {
        await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
        await query(running().url(), `drop database if exists ${name} with (force)`);
      }
    },
  };
}

/** Runs one script over a connection of its own and returns the rows of its last statement. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(sql);
    return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
  } finally {
    await client.end();
  }
}
