import { parseDatabaseUrl } from '../database-url.ts';
import type { DatabaseSettings } from '../settings.ts';

export interface TestServer {
  /** Of a database on it that tests may connect to but never change. */
  readonly url: string;
  readonly settings: DatabaseSettings;
  /** True for the embedded server: one backend, so nothing about locks or concurrency can be tested on it. */
  readonly embedded: boolean;
}

/**
 * The server that database tests run on: `GODWIT_TEST_SERVER_URL` (set by the test runner's global setup), else `GODWIT_TEST_DATABASE_URL`.
 * Neither `DATABASE_URL` nor `.env` is read, so that a test never meets a database that somebody needs.
 *
 * @throws Error when neither is set
 */
export function testServer(environment: Readonly<Record<string, string | undefined>> = process.env): TestServer {
  const url = environment.GODWIT_TEST_SERVER_URL || environment.GODWIT_TEST_DATABASE_URL;
  if (!url) {
    throw new Error(
      'This test needs a PostgreSQL server: set GODWIT_TEST_DATABASE_URL=postgres://… (a role that may create databases), or run it through `pnpm test`, which starts the embedded one',
    );
  }
  return { url, settings: parseDatabaseUrl(url, 'test'), embedded: environment.GODWIT_TEST_SERVER_KIND === 'embedded' };
}
