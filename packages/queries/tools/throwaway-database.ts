import { randomBytes } from 'node:crypto';
import { type DatabaseSettings, parseDatabaseUrl, quoteIdentifier, withClient } from '@godwit/postgres';

interface ThrowawayOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

type Run<T> = (settings: DatabaseSettings) => Promise<T>;

/**
 * Runs with an empty database that is gone afterwards: on the server of `GODWIT_TEST_DATABASE_URL`, else on an embedded server that lives
 * as long. Neither `DATABASE_URL` nor `.env` is read.
 *
 * @throws the signal's reason, with the database gone all the same
 */
export async function withThrowawayDatabase<T>({ environment, signal }: ThrowawayOptions, run: Run<T>): Promise<T> {
  const url = environment.GODWIT_TEST_DATABASE_URL;
  const runUnlessAborted: Run<T> = (settings) => unlessAborted(signal, () => run(settings));
  return url
    ? withDatabaseOn(parseDatabaseUrl(url, 'test'), runUnlessAborted)
    : withEmbeddedServer((server) => withDatabaseOn(server, runUnlessAborted));
}

/** Does not wait for the work once the signal is raised: the database that it works on goes away. */
async function unlessAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return await Promise.race([work(), aborted]);
}

async function withDatabaseOn<T>(server: DatabaseSettings, run: Run<T>): Promise<T> {
  const database = `godwit_generate_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withClient(server, (admin) => admin.query(`create database ${quoteIdentifier(database)} template template0`));
  try {
    return await run({ ...server, database });
  } finally {
    await withClient(server, (admin) => admin.query(`drop database if exists ${quoteIdentifier(database)} with (force)`));
  }
}

async function withEmbeddedServer<T>(run: Run<T>): Promise<T> {
  const { startTemporaryServer } = await import('@godwit/embedded/client');
  const server = await startTemporaryServer();
  try {
    return await run(parseDatabaseUrl(server.url, 'embedded'));
  } finally {
    await server.stop();
  }
}
