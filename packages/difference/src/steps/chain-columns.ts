import { type Catalog, objectId } from '@godwit/catalog';
import type { Step } from './step.ts';

/** The steps with new columns of one table waiting for one another, so that they come in the order in which they are to stand. */
export function chainColumns(steps: readonly Step[], to: Catalog): readonly Step[] {
  const adding = new Map(
    steps.flatMap((step) => (step.verb === 'create' && step.aspect === 'column' ? [[step.object, step] as const] : [])),
  );
  const before = new Map<Step, Step>();
  for (const table of Object.values(to.objects)) {
    if (table.kind !== 'table') continue;
    const added = table.properties.columns.flatMap((name) => adding.get(objectId('column', [...table.path, name], null)) ?? []);
    for (const [at, step] of added.entries()) {
      const previous = added[at - 1];
      if (previous !== undefined) before.set(step, previous);
    }
  }
  return steps.map((step) => {
    const [key] = before.get(step)?.produces ?? [];
    return key === undefined ? step : { ...step, consumes: [...step.consumes, key] };
  });
}
