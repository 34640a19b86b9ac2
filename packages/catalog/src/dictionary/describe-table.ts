import type { Catalog } from '../catalog.ts';
import type { ObjectOfKind } from '../catalog-object.ts';
import { describeColumn, describeViewColumn } from './describe-column.ts';
import { aside, code, list, prose } from './markdown.ts';
import { nameIn, objectsOf, partsOf } from './objects-of.ts';

const METHODS: Readonly<Record<string, string>> = {
  btree: 'B-tree',
  gin: 'GIN',
  gist: 'GiST',
  brin: 'BRIN',
  spgist: 'SP-GiST',
  hnsw: 'HNSW',
  ivfflat: 'IVFFlat',
};

const VIEW_HEAD = ['| Column | Type | Description |', '| --- | --- | --- |'];

const COLUMN_HEAD = ['| Column | Type | Null | Default | Description |', '| --- | --- | --- | --- | --- |'];

/** The section of a table: what it is for, its columns, and what guards, finds and changes its rows. */
export function describeTable(catalog: Catalog, table: ObjectOfKind<'table'>): string[] {
  const [schema = '', name = ''] = table.path;
  const constraints = partsOf(catalog, 'constraint', table);
  const indexes = partsOf(catalog, 'index', table).filter(({ properties }) => properties.constraint === null);
  return [
    `### ${name}`,
    '',
    ...(table.comment === null ? [] : [prose(table.comment), '']),
    ...kindOf(table),
    ...tableColumns(catalog, table),
    ...list(
      'Constraints',
      constraints.map(
        ({ path, properties, comment }) => `${code(`${properties.definition}${stateOf(properties)}`)} (${path.at(-1)})${aside(comment)}`,
      ),
    ),
    ...list(
      'Indexes',
      indexes.map((index) => `${code(index.path[1] ?? '')}, ${describeIndex(index)}${aside(index.comment)}`),
    ),
    ...list('Referenced by', referencesTo(catalog, `${schema}.${name}`, schema)),
    ...list(
      'Triggers',
      partsOf(catalog, 'trigger', table).map(
        ({ path, properties, comment }) =>
          `${code(path.at(-1) ?? '')}, ${code(whenOf(properties.definition))}${properties.enabled === 'enabled' ? '' : `, ${properties.enabled}`}${aside(comment)}`,
      ),
    ),
    ...list(
      `Row security${table.properties.rowSecurity ? '' : ' (not enabled)'}`,
      partsOf(catalog, 'policy', table).map(({ path, properties: { command, using, check }, comment }) => {
        const conditions = [using === null ? [] : `using ${code(using)}`, check === null ? [] : `with check ${code(check)}`].flat();
        return `${code(path.at(-1) ?? '')} for ${command}${conditions.length > 0 ? `, ${conditions.join(', ')}` : ''}${aside(comment)}`;
      }),
    ),
  ];
}

function tableColumns(catalog: Catalog, table: ObjectOfKind<'table'>): string[] {
  const lines = columnsOf(catalog, table).map((column) => describeColumn(catalog, column));
  return lines.length === 0 ? [] : [...COLUMN_HEAD, ...lines, ''];
}

/** The section of a view: what it is for, and its columns. */
export function describeView(catalog: Catalog, view: ObjectOfKind<'view' | 'materialized view'>): string[] {
  return [
    `### ${view.path[1]}`,
    '',
    ...(view.comment === null ? [] : [prose(view.comment), '']),
    ...(view.kind === 'view' ? [] : ['Materialized: as of its last refresh.', '']),
    ...VIEW_HEAD,
    ...columnsOf(catalog, view).map(describeViewColumn),
    '',
  ];
}

/** In their order. */
function columnsOf(catalog: Catalog, relation: ObjectOfKind<'table' | 'view' | 'materialized view'>): readonly ObjectOfKind<'column'>[] {
  const columns = new Map(partsOf(catalog, 'column', relation).map((column) => [column.path.at(-1), column]));
  return relation.properties.columns.flatMap((name) => columns.get(name) ?? []);
}

function kindOf({ properties: { partitionKey, partitionOf, partitionBound, persistence } }: ObjectOfKind<'table'>): string[] {
  const words = [
    partitionKey === null ? [] : `Partitioned by ${code(partitionKey)}.`,
    partitionOf === null ? [] : `Partition of ${code(partitionOf)}${partitionBound === null ? '' : `, ${code(partitionBound)}`}.`,
    persistence === 'unlogged' ? 'Unlogged: empty after a crash of the server.' : [],
  ].flat();
  return words.length === 0 ? [] : [words.join(' '), ''];
}

function stateOf({ validated, deferrable, initiallyDeferred, enforced }: ObjectOfKind<'constraint'>['properties']): string {
  return [
    deferrable ? ' DEFERRABLE' : '',
    initiallyDeferred ? ' INITIALLY DEFERRED' : '',
    enforced ? '' : ' NOT ENFORCED',
    validated ? '' : ' NOT VALID',
  ].join('');
}

/** `unique B-tree on lower(title)`: what follows the method in the statement that makes it. */
function describeIndex({ properties: { unique, method, definition, valid } }: ObjectOfKind<'index'>): string {
  const [, keys = definition] = / USING \S+ (.*)$/s.exec(definition) ?? [];
  return `${unique ? 'unique ' : ''}${METHODS[method] ?? method} on ${code(keys)}${valid ? '' : ', INVALID'}`;
}

function referencesTo(catalog: Catalog, table: string, schema: string): string[] {
  const schemas = Object.values(catalog.objects).flatMap(({ kind, path }) => (kind === 'schema' ? (path[0] ?? []) : []));
  return schemas
    .flatMap((one) => objectsOf(catalog, 'constraint', one))
    .filter(({ properties }) => properties.references === table)
    .map(({ path, properties }) => code(`${nameIn(schema, `${path[0]}.${path[1]}`)} (${properties.columns.join(', ')})`));
}

/** `BEFORE UPDATE … EXECUTE FUNCTION f()` without the names that stand around it already. */
function whenOf(definition: string): string {
  return definition
    .replace(/^CREATE (?:CONSTRAINT )?TRIGGER (?:"(?:[^"]|"")+"|\S+) /, '')
    .replace(/ ON (?:"(?:[^"]|"")+"|[^\s".])+(?:\.(?:"(?:[^"]|"")+"|[^\s".]+))? /, ' ');
}
