import type { Catalog } from '@godwit/catalog';

export const SNAPSHOT_FORMAT = 1;

/** What a schema looked like at one moment: plain JSON, to be kept and compared later. Only its catalog is for others to read. */
export interface SchemaSnapshot {
  readonly format: number;
  readonly catalog: Catalog;
  /** The role that took it. */
  readonly role: string;
  /** What the engine read, in its own format. */
  readonly facts: string;
}
