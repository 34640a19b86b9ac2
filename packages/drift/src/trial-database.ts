import type { ReadAgain } from '@godwit/catalog';
import type { Client } from '@godwit/postgres';

/** A database of the revisions that is there for this: statements are tried on it, and taken back. */
export interface TrialDatabase {
  readonly client: Client;
  /** What it looks like after statements, as far as it is to be compared. */
  readonly readAgain: ReadAgain;
}
