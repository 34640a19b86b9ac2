import type { Client, ConnectOptions, DatabaseSettings } from '@godwit/postgres';
import type { TestServer } from '../server/test-server.ts';

/** A database for one test. */
export interface TestDatabase {
  /** With the password, if there is one: for a driver of one's own, or a child process. */
  readonly url: string;
  readonly settings: DatabaseSettings;
  /** A connection, opened already. */
  readonly client: Client;
  /** One more connection; closed afterwards if the test did not. */
  connect(options?: ConnectOptions): Promise<Client>;
  readonly server: TestServer;
}
