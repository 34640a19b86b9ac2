import { type Catalog, compareObjects } from '@godwit/catalog';
import { inRelation } from '../additions/names.ts';
import type { Step } from './step.ts';

/** The steps with VALIDATE where the engine would drop a constraint that is not validated, and add it again. */
export function validateConstraints(steps: readonly Step[], from: Catalog, to: Catalog): readonly Step[] {
  return steps.flatMap((step) => {
    const after = to.objects[step.object];
    const before = from.objects[step.object];
    if (step.aspect !== 'constraint' || before?.kind !== 'constraint' || after?.kind !== 'constraint') return [step];
    const [change, other] = compareObjects(before, after);
    if (change?.property !== 'validated' || change.after !== true || other !== undefined) return [step];
    if (step.verb === 'drop') return [];
    const { relation, name } = inRelation(after.path);
    // It is there already: nothing waits for it, and it needs nothing new.
    return [{ ...step, verb: 'alter', sql: `alter table ${relation} validate constraint ${name}`, produces: [], destroys: [] }];
  });
}
