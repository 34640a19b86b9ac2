import type { Catalog } from '../catalog.ts';
import type { ObjectOfKind } from '../catalog-object.ts';
import { shortTypes } from '../words/value.ts';
import { code, prose } from './markdown.ts';
import { objectsOf } from './objects-of.ts';

const SERIALS: Readonly<Record<string, string>> = { smallint: 'smallserial', integer: 'serial', bigint: 'bigserial' };

/** A line of the table of columns: name, type, whether it may be null, default, what it is. */
export function describeColumn(catalog: Catalog, column: ObjectOfKind<'column'>): string {
  const { path, properties, comment } = column;
  const { nullability } = properties;
  const serial = isSerial(catalog, column) ? SERIALS[properties.type] : undefined;
  const cells = [
    path.at(-1) ?? '',
    code(serial ?? shortTypes(properties.type)),
    nullability === 'null' ? 'yes' : nullability === 'not null' ? 'no' : 'no, not validated',
    serial === undefined ? defaultOf(properties) : '',
    prose(comment),
  ];
  return `| ${cells.join(' | ')} |`;
}

function defaultOf({ default: expression, generated, identity }: ObjectOfKind<'column'>['properties']): string {
  if (identity !== null) return `generated ${identity.generation} as identity`;
  if (generated !== null) return `${code(generated.expression)}, ${generated.kind}`;
  return expression === null ? '' : code(expression);
}

/** The same of a view, which has neither defaults nor a say in what may be null. */
export function describeViewColumn({ path, properties, comment }: ObjectOfKind<'column'>): string {
  return `| ${path.at(-1)} | ${code(shortTypes(properties.type))} | ${prose(comment)} |`;
}

/** Filled by a sequence that belongs to it. */
function isSerial(catalog: Catalog, { id, path, properties }: ObjectOfKind<'column'>): boolean {
  return objectsOf(catalog, 'sequence', path[0] ?? '').some(
    ({ within, path: [schema, name] }) => within.includes(id) && properties.default === `nextval('${schema}.${name}'::regclass)`,
  );
}
