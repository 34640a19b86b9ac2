import type { Catalog, ObjectOfKind } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';
import { inRelation, qualified } from './names.ts';
import type { ObjectChange } from './object-change.ts';
import { setAndReset } from './option-list.ts';

/** The options of its TOAST table, and where its rows are kept. CREATE TABLE names the access method itself. */
export function tableAdditions({ before, after }: ObjectChange<'table'>): readonly string[] {
  if (after === null) return [];
  const alter = `alter table ${qualified(after.path)}`;
  const { accessMethod, toastOptions } = after.properties;
  return [
    ...(before === null || before.properties.accessMethod === accessMethod
      ? []
      : [`${alter} set access method ${quoteIdentifier(accessMethod ?? 'heap')}`]),
    ...setAndReset(alter, before?.properties.toastOptions ?? [], toastOptions, 'toast.'),
  ];
}

/** What the planner knows of an index's expressions, the options of a constraint's, and which one CLUSTER follows. */
export function indexAdditions({ before, after }: ObjectChange<'index'>, to: Catalog): readonly string[] {
  if (after === null) return [];
  const alter = `alter index ${qualified(after.path)}`;
  const { table, statistics, clustered, options, constraint } = after.properties;
  const [was, is] = [statisticsByKey(before?.properties.statistics ?? []), statisticsByKey(statistics)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return [
    ...(before !== null && isWhole(after) && !isWhole(before) ? [`reindex index ${qualified(after.path)}`] : []),
    ...(constraint === null ? [] : setAndReset(alter, before?.properties.options ?? [], options)),
    ...keys.flatMap((key) => (was.get(key) === is.get(key) ? [] : [`${alter} alter column ${key} set statistics ${is.get(key) ?? '-1'}`])),
    ...((before?.properties.clustered ?? false) === clustered ? [] : clusterOn(table, clustered ? (after.path[1] ?? '') : null, to)),
  ];
}

function isWhole({ properties }: ObjectOfKind<'index'>): boolean {
  return properties.valid && properties.ready;
}

/** `300 of key 1` */
function statisticsByKey(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line) => {
      const [target = '', key = ''] = line.split(' of key ');
      return [key, target];
    }),
  );
}

function clusterOn(table: string, index: string | null, to: Catalog): readonly string[] {
  if (index !== null) return [`alter table ${table} cluster on ${quoteIdentifier(index)}`];
  const isOther = Object.values(to.objects).some(
    ({ kind, properties }) => kind === 'index' && 'clustered' in properties && properties.clustered && properties.table === table,
  );
  return isOther ? [] : [`alter table ${table} set without cluster`];
}

/** Whether its rows survive a crash. */
export function sequenceAdditions({ before, after }: ObjectChange<'sequence'>): readonly string[] {
  if (after === null || (before?.properties.persistence ?? 'permanent') === after.properties.persistence) return [];
  return [`alter sequence ${qualified(after.path)} set ${after.properties.persistence === 'unlogged' ? 'unlogged' : 'logged'}`];
}

/** Whether it has rows, at all. */
export function materializedViewAdditions({ before, after }: ObjectChange<'materialized view'>): readonly string[] {
  if (after === null || (before?.properties.populated ?? true) === after.properties.populated) return [];
  return [`refresh materialized view ${qualified(after.path)}${after.properties.populated ? '' : ' with no data'}`];
}

const STATES = { enabled: 'enable', disabled: 'disable', 'replica only': 'enable replica', always: 'enable always' } as const;

/** Whether a partition's copy of a trigger fires, which can be another than the trigger itself does. */
export function triggerAdditions({ before, after }: ObjectChange<'trigger'>, to: Catalog): readonly string[] {
  const original = after?.within.map((id) => to.objects[id]).find((object) => object?.kind === 'trigger');
  if (after === null || original?.kind !== 'trigger') return [];
  const { enabled } = after.properties;
  if (enabled === (before?.properties.enabled ?? original.properties.enabled)) return [];
  const { relation, name } = inRelation(after.path);
  return [`alter table ${relation} ${STATES[enabled]} trigger ${name}`];
}

/** The triggers that guard a constraint fire again, as all of their tables do then, but for those that are meant to be off. */
export function constraintAdditions({ before, after }: ObjectChange<'constraint'>, to: Catalog): readonly string[] {
  const kept = after?.properties.disabledTriggers ?? [];
  const woken = after === null ? [] : (before?.properties.disabledTriggers ?? []).filter((line) => !kept.includes(line));
  return woken.flatMap((line) => {
    const relation = line.slice(line.indexOf(' on ') + ' on '.length);
    const others = Object.values(to.objects).filter(({ kind, id }) => kind === 'trigger' && id.startsWith(`trigger ${relation}.`));
    const asleep = others.flatMap(({ path, properties }) =>
      'enabled' in properties && properties.enabled !== 'enabled'
        ? [`alter table ${relation} ${STATES[properties.enabled]} trigger ${inRelation(path).name}`]
        : [],
    );
    return [`alter table ${relation} enable trigger all`, ...asleep];
  });
}
