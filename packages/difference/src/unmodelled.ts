import { type Catalog, type Change, compareObjects, describeDifference, type ObjectKind, objectId, type Value } from '@godwit/catalog';
import type { ObjectChange } from './additions/object-change.ts';
import type { Step } from './steps/step.ts';

/** What neither the engine nor an addition changes: whole kinds, or properties of a kind. */
const UNMODELLED: { readonly [K in ObjectKind]?: 'all' | readonly string[] } = {
  'base type': 'all',
  operator: 'all',
  'operator class': 'all',
  'operator family': 'all',
  'composite type': ['columns'],
  constraint: ['disabledTriggers'],
  index: ['tablespace', 'valid', 'ready'],
  'materialized view': ['accessMethod', 'tablespace'],
  table: ['tablespace', 'ofType', 'detachPending'],
  'text search dictionary': ['template'],
};

export interface UnmodelledOptions {
  readonly from: Catalog;
  readonly to: Catalog;
  readonly changes: readonly ObjectChange[];
  readonly steps: readonly Step[];
}

/** What will still differ after the steps, in words. */
export function unmodelledInWords({ from, to, changes, steps }: UnmodelledOptions): readonly string[] {
  return [...propertiesLeft(changes), ...ordersLeft(from, to, steps)];
}

function propertiesLeft(changes: readonly ObjectChange[]): readonly string[] {
  return changes.flatMap((change) => {
    const { kind, before, after } = change;
    const object = after ?? before;
    const blind = UNMODELLED[kind] ?? [];
    if (object === null) return [];
    const shared = { object: object.id, parts: [], before, after };
    if (blind === 'all') {
      const difference = before === null ? 'added' : after === null ? 'removed' : 'changed';
      return describeDifference({ ...shared, kind: difference, changes: before && after ? compareObjects(before, after) : [] });
    }
    if (after === null) return [];
    const left = changesOf(change).filter(({ property }) => blind.includes(property));
    return left.length === 0 ? [] : describeDifference({ ...shared, kind: 'changed', changes: left });
  });
}

/** What a new object has that a plain one has not counts as a change. */
function changesOf({ before, after }: ObjectChange): readonly Change[] {
  if (before !== null && after !== null) {
    return compareObjects(before, after).filter((change) => !isMendable(change));
  }
  const plain = new Map<string, Change['after']>([
    ['valid', true],
    ['ready', true],
  ]);
  const properties: Readonly<Record<string, Value>> = after?.properties ?? {};
  return Object.entries(properties).flatMap(([property, value]): readonly Change[] => {
    const usual = plain.get(property) ?? null;
    const isPlain = value === usual || (usual === null && (value === false || (Array.isArray(value) && value.length === 0)));
    return isPlain || property === 'columns' || property === 'ofType' ? [] : [{ property, before: usual, after: value }];
  });
}

/** The good end of a state is reached by a statement, the bad one by none. */
function isMendable({ property, after }: Change): boolean {
  if (property === 'valid' || property === 'ready') return after === true;
  return property === 'disabledTriggers' && Array.isArray(after) && after.length === 0;
}

/**
 * Tables whose columns will stand in another order than they should: new ones come last, wherever they stand in the other schema, and one
 * that is dropped and made again is new.
 */
function ordersLeft(from: Catalog, to: Catalog, steps: readonly Step[]): readonly string[] {
  const made = steps.filter(({ verb, aspect }) => verb === 'create' && aspect === 'column').map(({ object }) => object);
  return Object.values(to.objects).flatMap((after) => {
    const before = from.objects[after.id];
    if (before?.kind !== 'table' || after.kind !== 'table') return [];
    const wanted = after.properties.columns;
    const byId = new Map(wanted.map((name) => [objectId('column', [...after.path, name], null), name]));
    const added = made.flatMap((id) => byId.get(id) ?? []);
    const kept = before.properties.columns.filter((name) => wanted.includes(name) && !added.includes(name));
    const result = [...kept, ...added];
    const expected = wanted.filter((name) => result.includes(name));
    if (result.join('\0') === expected.join('\0')) return [];
    const change: Change = { property: 'columns', before: result, after: expected, movedLast: [] };
    return describeDifference({ object: after.id, kind: 'changed', changes: [change], parts: [], before, after });
  });
}
