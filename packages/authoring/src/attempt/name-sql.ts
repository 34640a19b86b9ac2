import type { RelationName } from '@godwit/migrator/statements';
import { quoteIdentifier, quoteQualified } from '@godwit/postgres';

/** A name as SQL; without a schema the search path decides, as it did in the text that it was read from. */
export function nameSql({ schema, name }: RelationName): string {
  return schema === null ? quoteIdentifier(name) : quoteQualified(schema, name);
}
