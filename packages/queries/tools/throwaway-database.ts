import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseSettings, parseDatabaseUrl, quoteIdentifier, withClient } from '@godwit/postgres';

/**
 * Runs with an empty database that is gone afterwards: on the server of `GODWIT_TEST_DATABASE_URL`, else on an embedded server that lives
 * as long. Neither `DATABASE_URL` nor `.env` is read.
 */
export async function withThrowawayDatabase<T>(
  environment: Readonly<Record<string, string | undefined>>,
  run: (settings: DatabaseSettings) => Promise<T>,
): Promise<T> {
  const url = environment.GODWIT_TEST_DATABASE_URL;
  return url ? withDatabaseOn(parseDatabaseUrl(url, 'test'), run) : withEmbeddedServer((server) => withDatabaseOn(server, run));
}

async function withDatabaseOn<T>(server: DatabaseSettings, run: (settings: DatabaseSettings) => Promise<T>): Promise<T> {
  const database = `godwit_generate_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withClient(server, (admin) => admin.query(`create database ${quoteIdentifier(database)} template template0`));
  try {
    return await run({ ...server, database });
  } finally {
    await withClient(server, (admin) => admin.query(`drop database if exists ${quoteIdentifier(database)} with (force)`));
  }
}

async function withEmbeddedServer<T>(run: (settings: DatabaseSettings) => Promise<T>): Promise<T> {
  const { startServer } = await import('@godwit/embedded');
  const directory = await mkdtemp(join(tmpdir(), 'godwit-generate-'));
  try {
    const server = await startServer({ directory });
    try {
      return await run(parseDatabaseUrl(server.url(), 'embedded'));
    } finally {
      await server.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
