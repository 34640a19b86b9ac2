import { connect, type DatabaseSettings, readSql } from '@godwit/postgres';

/** What a reader of figures has to know about the server that they were taken on. */
export interface ServerFacts {
  /** `17.5` */
  readonly version: string;
  /** True for PostgreSQL compiled to WebAssembly. */
  readonly embedded: boolean;
  /** True when the connection went through TLS. */
  readonly encrypted: boolean;
  /** `fsync on, synchronous_commit on`: what a commit waits for. */
  readonly durability: string;
}

/** Asks the server. */
export async function readServerFacts(settings: DatabaseSettings): Promise<ServerFacts> {
  const client = await connect(settings);
  try {
    const { rows } = await client.query<ServerFacts>(readSql(import.meta.url, './sql/server-facts.sql'));
    const [facts] = rows;
    if (facts === undefined) throw new Error('the server said nothing about itself');
    return facts;
  } finally {
    await client.end();
  }
}
