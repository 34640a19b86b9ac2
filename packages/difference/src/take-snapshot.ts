import { type Catalog, extractCatalog, inReadSession } from '@godwit/catalog';
import type { Client } from '@godwit/postgres';
import { readFacts } from './engine/read-facts.ts';
import { readRole } from './read-role.ts';
import { readIdentities } from './renames/read-identities.ts';
import { type SchemaSnapshot, SNAPSHOT_FORMAT } from './schema-snapshot.ts';

export interface SnapshotOptions {
  /** Of the same moment, for who has just read it. */
  readonly catalog?: Catalog;
  /** False leaves out by what an object is recognised under another name, which `renamesBetween` alone asks for. */
  readonly identities?: boolean;
}

/**
 * Reads what a schema looks like, on one connection: in the caller's transaction when one is open, which then shows its uncommitted
 * changes, else in a read-only one with a single snapshot. The tools' own schemas and what extensions made are not in it.
 *
 * @throws CatalogUnreadable, ServerTooOld, UnexpectedRow
 */
export async function takeSnapshot(client: Client, { catalog, identities = true }: SnapshotOptions = {}): Promise<SchemaSnapshot> {
  return await inReadSession(client, async () => ({
    format: SNAPSHOT_FORMAT,
    catalog: catalog ?? (await extractCatalog(client)),
    role: await readRole(client),
    identities: identities ? await readIdentities(client) : [],
    facts: await readFacts(client),
  }));
}
