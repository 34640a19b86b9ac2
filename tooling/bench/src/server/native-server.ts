import {
  type Client,
  connect,
  type DatabaseSettings,
  describeServer,
  parseDatabaseUrl,
  quoteIdentifier,
  readSql,
  toDatabaseUrl,
  withClient,
} from '@godwit/postgres';
import * as v from 'valibot';
import { NoBenchServer } from './no-bench-server.ts';
import { readServerFacts } from './server-facts.ts';

/** A PostgreSQL that was compiled for this machine. */
export interface NativeServer {
  /** `PostgreSQL 17.5 on localhost:5432, fsync on, synchronous_commit on`. */
  readonly words: string;
  /** Runs with a new, empty database and drops it however that ends. */
  readonly withDatabase: <Result>(run: (database: BenchDatabase) => Promise<Result>) => Promise<Result>;
}

export interface BenchDatabase {
  /** With the password, if there is one, and an sslmode that every contender understands. */
  readonly url: string;
  /** Of a database that is not there: graphile-migrate wants the name of a shadow database even where it uses none. */
  readonly shadowUrl: string;
  /** A connection; the caller ends it. */
  readonly connect: () => Promise<Client>;
}

/**
 * The server of GODWIT_BENCH_DATABASE_URL, else of GODWIT_TEST_DATABASE_URL.
 *
 * @throws NoBenchServer when neither is set, or when it is the embedded server: its figures say nothing about PostgreSQL
 * @throws a ConnectionError when it cannot be reached
 */
export async function openNativeServer(environment: Readonly<Record<string, string | undefined>>): Promise<NativeServer> {
  const url = environment.GODWIT_BENCH_DATABASE_URL || environment.GODWIT_TEST_DATABASE_URL;
  if (!url) throw new NoBenchServer('neither GODWIT_BENCH_DATABASE_URL nor GODWIT_TEST_DATABASE_URL is set');
  const given = parseDatabaseUrl(url, 'test');
  const { version, embedded, encrypted, durability } = await readServerFacts(given);
  if (embedded) throw new NoBenchServer(`${describeServer(given)} is the embedded server`);
  const settings: DatabaseSettings = encrypted ? given : { ...given, ssl: { ...given.ssl, mode: 'disable' } };
  return { words: `PostgreSQL ${version} on ${describeServer(given)}, ${durability}`, withDatabase: databasesOn(settings) };
}

function databasesOn(server: DatabaseSettings): NativeServer['withDatabase'] {
  let made = 0;
  return async (run) => {
    const settings = { ...server, database: `godwit_bench_${process.pid}_${++made}` };
    const name = quoteIdentifier(settings.database);
    await execute(server, `create database ${name}`);
    try {
      const shadow = { ...settings, database: `${settings.database}_shadow` };
      return await run({ url: urlForAll(settings), shadowUrl: urlForAll(shadow), connect: () => connect(settings) });
    } finally {
      await execute(server, `drop database if exists ${name} with (force)`);
      await dropShadows(server, settings.database);
    }
  };
}

/** Copies that commands keep of what they have built beside a database. */
async function dropShadows(server: DatabaseSettings, database: string): Promise<void> {
  await withClient(server, async (client) => {
    const { rows } = await client.query(readSql(import.meta.url, './sql/shadows.sql'), [`${database}_shadow`]);
    for (const { name } of v.parse(shadowRows, rows)) {
      await client.query(`alter database ${quoteIdentifier(name)} is_template false`);
      await client.query(`drop database if exists ${quoteIdentifier(name)} with (force)`);
    }
  });
}

const shadowRows = v.array(v.object({ name: v.string() }));

/** dbmate wants TLS unless the URL says otherwise, and ours leaves out what is the default of a loopback server. */
function urlForAll(settings: DatabaseSettings): string {
  const url = new URL(toDatabaseUrl(settings, { password: true }));
  if (settings.ssl.mode === 'disable') url.searchParams.set('sslmode', 'disable');
  return url.href;
}

async function execute(server: DatabaseSettings, sql: string): Promise<void> {
  const client = await connect(server);
  await client.query(sql).finally(() => client.end());
}
