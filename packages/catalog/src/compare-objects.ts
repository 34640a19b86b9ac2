import type { CatalogObject, ObjectKind } from './catalog-object.ts';
import { compareColumnOrder } from './column-order.ts';
import type { Change, Value } from './difference.ts';

/** Properties that follow from others: not told when one of these has changed. */
const DERIVED: { readonly [K in ObjectKind]?: Readonly<Record<string, readonly string[]>> } = {
  index: { definition: ['table', 'method', 'unique', 'nullsNotDistinct', 'keys', 'include', 'predicate', 'options'] },
  constraint: { columns: ['definition'], references: ['definition'], validated: ['enforced'] },
  trigger: { function: ['definition'] },
  view: { columns: ['definition'] },
  'materialized view': { columns: ['definition'] },
};

/** What has changed between two states of one object. Empty when they are equal. */
export function compareObjects(before: CatalogObject, after: CatalogObject): readonly Change[] {
  // Most of a schema is as it was.
  if (isSame(before, after)) return [];
  const changes = [...compareProperties(contentOf(before), contentOf(after)), ...compareOrders(before, after)];
  const derived = DERIVED[before.kind] ?? {};
  return changes.filter(({ property }) => !derived[property]?.some((source) => changes.some((change) => change.property === source)));
}

/** Of plain data. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

type Properties = Readonly<Record<string, Value>>;

function contentOf(object: CatalogObject): Properties {
  const { owner, comment, grants } = object;
  const properties: Properties = object.properties;
  const { columns, ...withoutColumns } = properties;
  return { ...(hasColumns(object) ? withoutColumns : properties), owner, comment, grants };
}

function* compareProperties(before: Properties, after: Properties, prefix = ''): Generator<Change> {
  for (const [name, was] of Object.entries(before)) {
    const is = after[name] ?? null;
    if (isProperties(was) && isProperties(is)) yield* compareProperties(was, is, `${prefix}${name}.`);
    else if (JSON.stringify(was) !== JSON.stringify(is)) yield { property: `${prefix}${name}`, before: was, after: is };
  }
}

/** Columns are objects of their own; here only their order is compared. */
function compareOrders(before: CatalogObject, after: CatalogObject): readonly Change[] {
  if (!hasColumns(before) || !hasColumns(after)) return [];
  const change = compareColumnOrder(before.properties.columns, after.properties.columns);
  return change === null ? [] : [change];
}

type ObjectWithColumns = Extract<CatalogObject, { readonly kind: 'table' | 'view' | 'materialized view' | 'composite type' }>;

function hasColumns(object: CatalogObject): object is ObjectWithColumns {
  return object.kind === 'table' || object.kind === 'view' || object.kind === 'materialized view' || object.kind === 'composite type';
}

function isProperties(value: Value): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
