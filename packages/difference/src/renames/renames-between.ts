import type { SchemaSnapshot } from '../schema-snapshot.ts';
import type { Rename } from './rename.ts';

/**
 * What was renamed between two moments of the same database, or of a database and its copy: certain, not guessed, because an object is
 * recognised by what PostgreSQL itself knows it by. What moved to another schema is not among them.
 */
export function renamesBetween(before: SchemaSnapshot, after: SchemaSnapshot): readonly Rename[] {
  const now = new Map(after.identities.map((identity) => [identity.key, identity]));
  return before.identities.flatMap(({ kind, path, key }): readonly Rename[] => {
    const is = now.get(key);
    if (is === undefined || is.kind !== kind || is.path.at(-1) === path.at(-1)) return [];
    // The index of a constraint is renamed with it.
    if (kind === 'index' && isOfConstraint(before, path)) return [];
    return [{ kind, from: path, to: is.path }];
  });
}

function isOfConstraint({ catalog }: SchemaSnapshot, [schema = '', name = '']: readonly string[]): boolean {
  return Object.values(catalog.objects).some(
    (object) => object.kind === 'index' && object.path[0] === schema && object.path[1] === name && object.properties.constraint !== null,
  );
}
