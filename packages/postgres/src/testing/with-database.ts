import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { type ConnectOptions, connect } from '../connect.ts';
import { createDatabase, dropDatabase } from '../copies/databases.ts';
import type { DatabaseSettings } from '../settings.ts';
import { toDatabaseUrl } from '../to-database-url.ts';
import { admin } from './admin.ts';
import { testServer } from './test-server.ts';

export interface TestDatabase {
  readonly settings: DatabaseSettings;
  /** With the password, if there is one: for a child process. */
  readonly url: string;
  /** A connection, opened already. */
  readonly client: Client;
  /** One more connection; closed afterwards if the test did not. */
  connect(options?: ConnectOptions): Promise<Client>;
}

export interface TestDatabaseOptions {
  /** What follows CREATE DATABASE's name: `encoding 'LATIN1' template template0`. */
  readonly createOptions?: string;
}

type Run<T> = (database: TestDatabase) => Promise<T>;

/**
 * Runs with a new, empty database on the test server and drops it however that ends, whoever is still connected.
 *
 * @throws Error when no test server is named, see `testServer`
 */
export async function withDatabase<T>(run: Run<T>): Promise<T>;
export async function withDatabase<T>(options: TestDatabaseOptions, run: Run<T>): Promise<T>;
export async function withDatabase<T>(first: TestDatabaseOptions | Run<T>, second?: Run<T>): Promise<T> {
  const options = typeof first === 'function' ? {} : first;
  const run = typeof first === 'function' ? first : second;
  if (run === undefined) throw new TypeError('withDatabase wants a function');
  const server = testServer().settings;
  const settings = { ...server, database: `godwit_test_${process.pid}_${randomBytes(6).toString('hex')}` };
  await createDatabase(await admin(server), settings.database, options.createOptions);
  const clients: Client[] = [];
  const open = async (connectOptions?: ConnectOptions): Promise<Client> => {
    const client = await connect(settings, { anyEncoding: true, ...connectOptions });
    clients.push(client);
    return client;
  };
  try {
    return await run({ settings, url: toDatabaseUrl(settings, { password: true }), client: await open(), connect: open });
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
    await dropDatabase(await admin(server), settings.database);
  }
}
