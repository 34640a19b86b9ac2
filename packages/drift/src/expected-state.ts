import { type Catalog, extractCatalog, parseCatalog } from '@godwit/catalog';
import { readRole } from '@godwit/difference';
import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { type ExtensionVersion, readVersions, versionsSchema } from './read-versions.ts';

/** What a database looks like that was made from the revisions: plain JSON, to be kept, since it is always the same. */
export interface ExpectedState {
  readonly catalog: Catalog;
  /** The role that made it. */
  readonly maker: string;
  /** Extensions by name. */
  readonly versions: Readonly<Record<string, ExtensionVersion>>;
}

/** @throws CatalogUnreadable, ServerTooOld, UnexpectedRow */
export async function readExpected(client: Client): Promise<ExpectedState> {
  return { catalog: await extractCatalog(client), maker: await readRole(client), versions: await readVersions(client) };
}

const stateSchema = v.strictObject({ catalog: v.unknown(), maker: v.string(), versions: versionsSchema });

/**
 * One that was kept.
 *
 * @throws InvalidCatalog, ValiError when it is none, or of another version of Godwit
 */
export function parseExpected(json: unknown): ExpectedState {
  const { catalog, ...rest } = v.parse(stateSchema, json);
  return { ...rest, catalog: parseCatalog(catalog) };
}
