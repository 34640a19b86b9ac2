import { grantsOfOthers, grantsOfRelationsAlone, otherObjects, query, relationObjects, union } from './object-sql.ts';

/** `$1`: the schemas, `$2`: the relations. */
export function relationsSql(): string {
  return filled('fingerprint-relations', { OBJECTS: union(relationObjects()), GRANTS: grantsOfRelationsAlone() });
}

/** Of all that belongs to no relation. `$1`: the schemas. */
export function othersSql(): string {
  return filled('fingerprint', { OBJECTS: union(otherObjects()), GRANTS: grantsOfOthers() });
}

function filled(name: string, parts: Readonly<Record<'OBJECTS' | 'GRANTS', string>>): string {
  return query(name)
    .replaceAll(/\bOBJECTS\b/g, () => parts.OBJECTS)
    .replaceAll(/\bCOMMENTS\b/g, () => query('comments'))
    .replaceAll(/\bGRANTS\b/g, () => parts.GRANTS);
}
