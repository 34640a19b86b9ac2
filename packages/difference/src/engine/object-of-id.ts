import type { StableId } from '@supabase/pg-delta/core';

/** How the catalog calls the kinds that the engine calls otherwise. */
const KINDS: Readonly<Record<string, string>> = {
  materializedView: 'materialized view',
  foreignTable: 'table',
  eventTrigger: 'event trigger',
  fdw: 'foreign-data wrapper',
  server: 'foreign server',
  userMapping: 'user mapping',
  typeAttribute: 'attribute',
  default: 'column',
  defaultPrivilege: 'default privileges',
};

/** What an id of the engine means, in the words of a catalog: `table shelf.books`. What hangs on an object is told by that object. */
export function objectOfId(id: StableId): string {
  if (id.kind === 'comment' || id.kind === 'acl' || id.kind === 'securityLabel') return objectOfId(id.target);
  const kind = KINDS[id.kind] ?? id.kind;
  return `${kind} ${pathOf(id).map(plainName).join('.')}${'args' in id ? `(${id.args.join(', ')})` : ''}`;
}

function pathOf(id: StableId): readonly string[] {
  switch (id.kind) {
    case 'publicationRel':
      return [id.publication];
    case 'publicationSchema':
      return [id.publication];
    case 'userMapping':
      return [id.server, id.role];
    case 'membership':
      return [id.role, id.member];
    case 'typeAttribute':
      return [id.schema, id.type, id.name];
    case 'defaultPrivilege':
      return id.schema === null ? [id.role] : [id.role, id.schema];
    case 'extensionIntent':
      return [id.ext, id.key];
    case 'comment':
    case 'acl':
    case 'securityLabel':
      return pathOf(id.target);
    default:
      return [...('schema' in id ? [id.schema] : []), ...('table' in id ? [id.table] : []), id.name];
  }
}

function plainName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
