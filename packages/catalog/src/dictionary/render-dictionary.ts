import type { Catalog } from '../catalog.ts';
import { describeTable, describeView } from './describe-table.ts';
import { anchor, aside, code, list, prose } from './markdown.ts';
import { objectsOf } from './objects-of.ts';
import { relationsDiagram } from './relations-diagram.ts';

/** The schemas that have something to tell, in the order of their names. */
export function dictionarySchemas(catalog: Catalog): readonly string[] {
  const schemas = Object.values(catalog.objects).flatMap(({ kind, path }) => (kind === 'schema' ? (path[0] ?? []) : []));
  const told = new Set(
    Object.values(catalog.objects).flatMap(({ kind, path }) => (kind === 'schema' || kind === 'default privileges' ? [] : (path[0] ?? []))),
  );
  return schemas.filter((schema) => told.has(schema)).toSorted();
}

/**
 * The data dictionary of one schema as Markdown: tables with their columns, constraints, indexes and triggers, how they refer to each other, views,
 * types, functions. Comments are its descriptions. The same catalog gives the same page.
 */
export function renderDictionary(catalog: Catalog, schema: string): string {
  const tables = objectsOf(catalog, 'table', schema);
  const comment = objectsOf(catalog, 'schema', schema)[0]?.comment ?? null;
  const contents = tables.map((table) => `[${table.path[1]}](#${anchor(table.path[1] ?? '')})${aside(table.comment)}`);
  const lines = [
    `# ${schema}`,
    '',
    ...(comment === null ? [] : [prose(comment), '']),
    ...(contents.length > 1 ? [...contents.map((line) => `- ${line}`), ''] : []),
    ...relationsDiagram(catalog, schema),
    ...section(
      'Tables',
      tables.flatMap((table) => describeTable(catalog, table)),
    ),
    ...section(
      'Views',
      [...objectsOf(catalog, 'view', schema), ...objectsOf(catalog, 'materialized view', schema)].flatMap((view) =>
        describeView(catalog, view),
      ),
    ),
    ...section('Types', describeTypes(catalog, schema)),
    ...section('Functions', describeRoutines(catalog, schema)),
    ...section(
      'Sequences',
      list(
        'Of their own',
        objectsOf(catalog, 'sequence', schema)
          .filter(({ properties }) => properties.ownedBy === null)
          .map(({ path, comment: says }) => `${code(path[1] ?? '')}${aside(says)}`),
      ),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines];
}

function describeTypes(catalog: Catalog, schema: string): string[] {
  const lines = [
    ...objectsOf(catalog, 'enum', schema).map(
      ({ path, properties, comment }) => `${code(path[1] ?? '')}, one of ${properties.labels.map(code).join(', ')}${aside(comment)}`,
    ),
    ...objectsOf(catalog, 'domain', schema).map((domain) => {
      const checks = objectsOf(catalog, 'constraint', schema).filter(({ within }) => within.includes(domain.id));
      const conditions = checks.map(({ properties }) => `, ${code(properties.definition)}`).join('');
      return `${code(domain.path[1] ?? '')}, ${code(domain.properties.type)}${conditions}${aside(domain.comment)}`;
    }),
    ...objectsOf(catalog, 'composite type', schema).map(
      ({ path, properties, comment }) => `${code(path[1] ?? '')} of ${properties.columns.map(code).join(', ')}${aside(comment)}`,
    ),
    ...objectsOf(catalog, 'range type', schema).map(
      ({ path, properties, comment }) => `${code(path[1] ?? '')}, a range of ${code(properties.subtype)}${aside(comment)}`,
    ),
  ];
  return lines.length === 0 ? [] : [...lines.map((line) => `- ${line}`), ''];
}

function describeRoutines(catalog: Catalog, schema: string): string[] {
  const lines = [...objectsOf(catalog, 'function', schema), ...objectsOf(catalog, 'procedure', schema)].map(
    ({ kind, path, properties, comment }) => {
      const call = code(`${path[1]}(${properties.arguments})`);
      const words = [
        properties.returns === null ? kind : `returns ${code(properties.returns)}`,
        properties.language,
        ...(properties.security === 'definer' ? ['security definer'] : []),
      ];
      return `${call} ${words.join(', ')}${aside(comment)}`;
    },
  );
  const aggregates = objectsOf(catalog, 'aggregate', schema).map(
    ({ path, properties, comment }) =>
      `${code(`${path[1]}(${properties.arguments})`)} aggregate, returns ${code(properties.returns)}${aside(comment)}`,
  );
  const all = [...lines, ...aggregates];
  return all.length === 0 ? [] : [...all.map((line) => `- ${line}`), ''];
}
