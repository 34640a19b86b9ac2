import type { Client, DatabaseSettings } from '@godwit/postgres';
import type { Finding } from './finding.ts';
import type { HistoryNeeds } from './history-needs.ts';

/** What is looked at, and all that a look needs. */
export interface Patient {
  readonly client: Client;
  /** Another connection in the same way; the check ends it. */
  readonly connect: () => Promise<Client>;
  /** The database that migrations are for. */
  readonly settings: DatabaseSettings;
  /** False when that does not exist yet, and the connection is to another one of the server. */
  readonly exists: boolean;
  /** One backend for all, in which half of the questions have no meaning. */
  readonly embedded: boolean;
  readonly needs: HistoryNeeds;
  /** Whether this machine says that it is production. */
  readonly production: boolean;
  readonly now: () => Date;
}

/** One question. */
export interface Check {
  readonly name: string;
  /** `server`: asked when the database does not exist yet as well. `own server`: has no meaning on the embedded one. */
  readonly of: 'server' | 'own server' | 'database';
  /** For what looks at who answers; the others have a transaction. */
  readonly betweenTransactions?: true;
  readonly look: (patient: Patient) => Promise<readonly Finding[]>;
}
