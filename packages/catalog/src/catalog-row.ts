import * as v from 'valibot';

/** What every query on objects returns. `key` and `within` are catalog, object identifier and column: they join rows and go no further. */
export const rowSchema = v.strictObject({
  kind: v.string(),
  path: v.array(v.string()),
  signature: v.nullable(v.string()),
  key: v.string(),
  within: v.array(v.string()),
  owner: v.nullable(v.string()),
  properties: v.record(v.string(), v.unknown()),
});

export type CatalogRow = v.InferOutput<typeof rowSchema>;

export const commentSchema = v.strictObject({ key: v.string(), comment: v.string() });
export const grantsSchema = v.strictObject({ key: v.string(), grants: v.array(v.string()) });
export const extensionSchema = v.strictObject({ name: v.string(), schema: v.string() });
export const namespaceSchema = v.strictObject({ oid: v.string() });
export const kindSchema = v.strictObject({ name: v.string() });
