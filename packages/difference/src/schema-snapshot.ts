import type { Catalog } from '@godwit/catalog';
import type { Identity } from './renames/read-identities.ts';

export const SNAPSHOT_FORMAT = 1;

/** What a schema looked like at one moment: plain JSON, to be kept and compared later. Only its catalog is for others to read. */
export interface SchemaSnapshot {
  readonly format: number;
  readonly catalog: Catalog;
  /** The role that took it. */
  readonly role: string;
  /** By which an object is recognised under another name, later in the same database. */
  readonly identities: readonly Identity[];
  /** What the engine read, in its own format. */
  readonly facts: string;
}
