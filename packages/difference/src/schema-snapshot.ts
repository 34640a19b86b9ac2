import type { Catalog } from '@godwit/catalog';
import type { Facts } from './engine/read-facts.ts';
import type { Identity } from './renames/read-identities.ts';

export const SNAPSHOT_FORMAT = 1;

/** What a schema looked like at one moment, to be compared, also later: JSON.stringify gives what is kept. Only its catalog is for others to read. */
export interface SchemaSnapshot {
  readonly format: number;
  readonly catalog: Catalog;
  /** The role that took it. */
  readonly role: string;
  /** By which an object is recognised under another name, later in the same database. */
  readonly identities: readonly Identity[];
  /** What the engine read. */
  readonly facts: Facts;
}
