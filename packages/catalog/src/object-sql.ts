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

/** What belongs to a relation, a query a kind. `$1`: the schemas, `$2`: the relations. */
export function relationObjects(): readonly string[] {
  return Object.entries(RELATION_OF).map(([name, relation]) =>
    narrowed(query(name), IN_SCHEMAS, `${IN_SCHEMAS} and ${relation} = any ($2::oid[])`),
  );
}

/** What belongs to no relation, a query a kind: schemas, functions, types, constraints of domains. `$1`: the schemas. */
export function otherObjects(): readonly string[] {
  const names = objectQueries.filter((name) => !(name in RELATION_OF));
  return [...names.map(query), narrowed(query('constraints'), IN_SCHEMAS, `${IN_SCHEMAS} and k.conrelid = 0`)];
}

/** Grants on relations and on what else there is. `$1`: the schemas, `$2`: the relations. */
export function grantsOfRelations(): string {
  return narrowed(query('grants'), RELATION_IN_SCHEMAS, `${RELATION_IN_SCHEMAS} and c.oid = any ($2::oid[])`);
}

/** On relations alone. `$1`: the schemas, `$2`: the relations. */
export function grantsOfRelationsAlone(): string {
  return ['n.oid', 'p.pronamespace', 't.typnamespace'].reduce(
    (text, schema) => narrowed(text, `${schema} = any ($1::oid[])`, 'false'),
    grantsOfRelations(),
  );
}

/** On what is no relation. `$1`: the schemas. */
export function grantsOfOthers(): string {
  return narrowed(query('grants'), RELATION_IN_SCHEMAS, 'false');
}

export function query(name: string): string {
  return readSql(import.meta.url, `./sql/${name}.sql`);
}

export function union(texts: readonly string[]): string {
  return texts.map((text) => `(\n${text}\n)`).join('\nunion all\n');
}

function narrowed(sql: string, condition: string, narrower: string): string {
  if (!sql.includes(condition)) throw new TypeError(`a query on the catalog does not say ${condition}`);
  return sql.replaceAll(condition, narrower);
}
