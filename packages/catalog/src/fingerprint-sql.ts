import { readSql } from '@godwit/postgres';
import { objectQueries } from './object-queries.ts';

/** Queries whose objects belong to a relation, and how they name it: what is known of one relation is read without the others. */
const RELATION_OF: Readonly<Record<string, string>> = {
  tables: 'c.oid',
  columns: 'c.oid',
  constraints: 'k.conrelid',
  indexes: 'i.indrelid',
  views: 'c.oid',
  sequences: 'c.oid',
  triggers: 'c.oid',
  rules: 'c.oid',
  policies: 'c.oid',
};

const IN_SCHEMAS = 'n.oid = any ($1::oid[])';
const RELATION_IN_SCHEMAS = 'c.relnamespace = any ($1::oid[])';

/** `$1`: the schemas, `$2`: the relations. */
export function relationsSql(): string {
  const objects = Object.entries(RELATION_OF).map(([name, relation]) =>
    narrowed(query(name), IN_SCHEMAS, `${IN_SCHEMAS} and ${relation} = any ($2::oid[])`),
  );
  const grants = narrowed(query('grants'), RELATION_IN_SCHEMAS, `${RELATION_IN_SCHEMAS} and c.oid = any ($2::oid[])`);
  const ofRelations = ['n.oid', 'p.pronamespace', 't.typnamespace'].reduce(
    (text, schema) => narrowed(text, `${schema} = any ($1::oid[])`, 'false'),
    grants,
  );
  return filled('fingerprint-relations', { OBJECTS: objects, COMMENTS: [query('comments')], GRANTS: [ofRelations] });
}

/** Of all that belongs to no relation: schemas, functions, types, constraints of domains. `$1`: the schemas. */
export function othersSql(): string {
  const names = objectQueries.filter((name) => !(name in RELATION_OF));
  const ofDomains = narrowed(query('constraints'), IN_SCHEMAS, `${IN_SCHEMAS} and k.conrelid = 0`);
  const grants = narrowed(query('grants'), RELATION_IN_SCHEMAS, 'false');
  return filled('fingerprint', { OBJECTS: [...names.map(query), ofDomains], COMMENTS: [query('comments')], GRANTS: [grants] });
}

function query(name: string): string {
  return readSql(import.meta.url, `./sql/${name}.sql`);
}

function narrowed(sql: string, condition: string, narrower: string): string {
  if (!sql.includes(condition)) throw new TypeError(`a query on the catalog does not say ${condition}`);
  return sql.replaceAll(condition, narrower);
}

function filled(name: string, parts: Readonly<Record<'OBJECTS' | 'COMMENTS' | 'GRANTS', readonly string[]>>): string {
  const union = (texts: readonly string[]): string => texts.map((text) => `(\n${text}\n)`).join('\nunion all\n');
  return query(name)
    .replaceAll(/\bOBJECTS\b/g, () => union(parts.OBJECTS))
    .replaceAll(/\bCOMMENTS\b/g, () => union(parts.COMMENTS))
    .replaceAll(/\bGRANTS\b/g, () => union(parts.GRANTS));
}
