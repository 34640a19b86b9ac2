import { schemasOf } from '@godwit/migrator/statements';
import type { LintSource } from './lint-source.ts';
import { readSource } from './read-source.ts';
import { createSchema, type Schema } from './schema/schema.ts';

/**
 * What the sources make, to be the history of what comes after them. A way back among them is passed over.
 *
 * @param searchPath where names without a schema belong, as SQL writes it
 */
export async function readSchema(sources: readonly LintSource[], searchPath = 'public'): Promise<Schema> {
  const schema = createSchema(schemasOf(searchPath));
  for (const source of sources) {
    if (source.role === 'forward') schema.followBody((await readSource({ ...source, factsOnly: true })).statements);
  }
  return schema;
}
