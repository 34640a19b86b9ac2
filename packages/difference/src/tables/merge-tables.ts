import type { Catalog } from '@godwit/catalog';
import { orderSteps } from '../steps/order-steps.ts';
import type { FactKey, FactOrder, Step } from '../steps/step.ts';
import { createTable } from './create-table.ts';
import { serialOf } from './serial.ts';
import { type TableParts, tableParts } from './table-parts.ts';

export interface MergeOptions {
  readonly steps: readonly Step[];
  readonly order: FactOrder;
  /** The state that the tables are of. */
  readonly to: Catalog;
}

/**
 * The steps with one CREATE TABLE for each new table, which makes its columns in their order and the constraints that can be made with it.
 * The engine adds columns one by one where their types come later, and knows no `serial`. Where tables need each other in a circle
 * their foreign keys follow later, as the engine has it.
 */
export function mergeTables({ steps, order, to }: MergeOptions): readonly Step[] {
  const tables = steps.flatMap((step) => {
    const parts =
      step.verb === 'create' && step.aspect === 'object' && step.produces.length > 0 && step.object.startsWith('table ')
        ? tableParts(to, step.object)
        : null;
    return parts === null || !isWritten(to, parts) ? [] : [{ step, parts }];
  });
  let forms = new Map<Step, Form>(tables.map(({ step }) => [step, 'whole']));
  for (;;) {
    const merged = tables.map(({ step, parts }) => merge({ step, parts, steps, to, form: forms.get(step) ?? 'apart' }));
    const gone = new Set(merged.flatMap(({ folded }) => folded));
    const replaced = new Map(merged.map(({ step, made }) => [step, made]));
    const all = steps.flatMap((step) => replaced.get(step) ?? (gone.has(step) ? [] : [step]));
    const { ordered, stuck } = orderSteps(all, order);
    if (stuck.length === 0) return ordered;
    const simpler = simplify(forms, (step) => replaced.get(step)?.some((made) => stuck.includes(made)) ?? false);
    if (simpler === null) return steps;
    forms = simpler;
  }
}

/** How much of a table is made at once: all of it, all but foreign keys, or as the engine has it. */
type Form = 'whole' | 'without foreign keys' | 'apart';

/** One step back for those that are stuck; null when there is none left. */
function simplify(forms: ReadonlyMap<Step, Form>, isStuck: (step: Step) => boolean): Map<Step, Form> | null {
  const from = (['whole', 'without foreign keys'] as const).find((form) => [...forms].some(([step, is]) => is === form && isStuck(step)));
  if (from === undefined) return null;
  const next = from === 'whole' ? 'without foreign keys' : 'apart';
  return new Map([...forms].map(([step, form]) => [step, form === from && isStuck(step) ? next : form]));
}

/** A partition whose columns stand as its parent's needs nothing but its bound, and foreign tables are the engine's. */
function isWritten(catalog: Catalog, { table }: TableParts): boolean {
  const { kind, partitionOf, columns } = table.properties;
  if (kind === 'foreign') return false;
  const parent = partitionOf === null ? null : catalog.objects[`table ${partitionOf}`];
  return parent?.kind !== 'table' || parent.properties.columns.join('\0') !== columns.join('\0');
}

interface Candidate {
  readonly step: Step;
  readonly parts: TableParts;
  readonly steps: readonly Step[];
  readonly to: Catalog;
  readonly form: Form;
}

interface Merged {
  readonly step: Step;
  /** What takes its place. */
  readonly made: readonly Step[];
  /** What is no longer needed. */
  readonly folded: readonly Step[];
}

function merge({ step, parts, steps, to, form }: Candidate): Merged {
  if (form === 'apart') return { step, made: [step], folded: [] };
  const columns = new Set(parts.columns.map(({ id }) => id));
  const own = new Map(parts.constraints.map((constraint) => [constraint.id, constraint]));
  const sequences = new Set(parts.columns.flatMap((column) => serialOf(to, column)?.sequence ?? []));
  const folded = steps.filter(({ verb, aspect, object }) => {
    if (aspect === 'column' || aspect === 'default') return verb === 'create' && columns.has(object);
    if (aspect === 'object' || aspect === 'owner') return sequences.has(object) && verb !== 'drop';
    const constraint = aspect === 'constraint' && verb === 'create' ? own.get(object) : undefined;
    if (constraint === undefined || !constraint.properties.validated) return false;
    return constraint.properties.type !== 'foreign key' || form === 'whole';
  });
  const made = new Set(folded.flatMap(({ aspect, object }) => (aspect === 'constraint' ? [object] : [])));
  // The engine itself puts some constraints into CREATE TABLE.
  const standing = new Set(steps.flatMap(({ aspect, verb, object }) => (aspect === 'constraint' && verb === 'create' ? [object] : [])));
  const constraints = new Set(
    parts.constraints.flatMap(({ id, properties }) => (properties.validated && (made.has(id) || !standing.has(id)) ? [id] : [])),
  );
  const all = [step, ...folded];
  const produces = all.flatMap((one) => one.produces);
  const inside = new Set<FactKey>(produces);
  const whole: Step = {
    ...step,
    sql: createTable(parts, { catalog: to, constraints }),
    produces,
    consumes: all.flatMap((one) => one.consumes).filter((key) => !inside.has(key)),
  };
  return { step, made: attach(whole, parts), folded: [...folded, ...settings(step, steps)] };
}

/** SET (fillfactor = …) of the new table, which CREATE TABLE says already. */
function settings(step: Step, steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ object, aspect, sql }) => object === step.object && aspect === 'object' && /^ALTER TABLE \S+ SET \(/.test(sql));
}

/** A partition with columns in an order of its own is made as a table and attached. */
function attach(step: Step, { table }: TableParts): readonly Step[] {
  const { partitionOf, partitionBound } = table.properties;
  if (partitionOf === null || partitionBound === null) return [step];
  const alone = `made ${table.id}`;
  const name = table.id.slice('table '.length);
  return [
    { ...step, produces: [alone] },
    {
      ...step,
      verb: 'alter',
      sql: `alter table ${partitionOf} attach partition ${name} ${partitionBound}`,
      consumes: [...step.consumes, alone],
    },
  ];
}
