import * as v from 'valibot';
import { type CatalogObject, objectSchema } from './catalog-object.ts';
import { InvalidCatalog } from './errors/invalid-catalog.ts';

/**
 * Counts up when the same database would give another catalog than before, so that a stored digest is not taken for drift
 * after an update of Godwit.
 */
export const CATALOG_FORMAT = 1;

/**
 * What a database looks like, as plain JSON: no object identifiers, no versions, no positions that a dropped column would shift.
 * The same SQL gives an equal catalog on PostgreSQL 15 to 18.
 */
export interface Catalog {
  readonly format: number;
  /** By id, in the order of the ids. */
  readonly objects: Readonly<Record<string, CatalogObject>>;
  /** Extensions by name; prerequisites, so outside the digest unless asked for. Their members are nowhere in the catalog. */
  readonly extensions: Readonly<Record<string, Extension>>;
}

export interface Extension {
  readonly schema: string;
}

const catalogSchema = v.strictObject({
  format: v.literal(CATALOG_FORMAT),
  objects: v.record(v.string(), objectSchema),
  extensions: v.record(v.string(), v.strictObject({ schema: v.string() })),
});

/**
 * A catalog that was stored as JSON.
 *
 * @throws InvalidCatalog when it is none, or of another format
 */
export function parseCatalog(json: unknown): Catalog {
  const parsed = v.safeParse(catalogSchema, json);
  if (!parsed.success) throw new InvalidCatalog(parsed.issues);
  return parsed.output;
}
