import type { FactKey, FactOrder, Step } from './step.ts';

export interface OrderedSteps {
  /** In an order in which each finds what it needs; what could stay where it was, stays. */
  readonly ordered: readonly Step[];
  /** Those that need each other in a circle, and those that come after them. */
  readonly stuck: readonly Step[];
}

export function orderSteps(steps: readonly Step[], order: FactOrder): OrderedSteps {
  const waits = predecessorsOf(steps, order);
  const followers = new Map<number, number[]>();
  waits.forEach((before, at) => {
    for (const other of before) followers.set(other, [...(followers.get(other) ?? []), at]);
  });
  const open = waits.map((before) => before.size);
  const ready = steps.flatMap((_, at) => (open[at] === 0 ? [at] : []));
  const ordered: Step[] = [];
  while (ready.length > 0) {
    const at = ready.splice(ready.indexOf(Math.min(...ready)), 1)[0] ?? 0;
    const step = steps[at];
    if (step !== undefined) ordered.push(step);
    for (const follower of followers.get(at) ?? []) {
      const left = (open[follower] ?? 0) - 1;
      open[follower] = left;
      if (left === 0) ready.push(follower);
    }
  }
  const done = new Set(ordered);
  return { ordered, stuck: steps.filter((step) => !done.has(step)) };
}

/** For each step the places of those that have to come before it. */
function predecessorsOf(steps: readonly Step[], order: FactOrder): readonly ReadonlySet<number>[] {
  const producers = placesBy(steps, (step) => step.produces);
  const destroyers = placesBy(steps, (step) => step.destroys);
  const before = steps.map(() => new Set<number>());
  const put = (first: number | undefined, then: number | undefined) => {
    if (first !== undefined && then !== undefined && first !== then) before[then]?.add(first);
  };
  const lastOn = new Map<FactKey, number>();
  steps.forEach((step, at) => {
    for (const key of step.produces) {
      put(destroyers.get(key), at);
      for (const needed of order.needs(key)) put(producers.get(needed), at);
    }
    for (const key of step.consumes) {
      put(producers.get(key), at);
      if (!producers.has(key)) put(at, destroyers.get(key));
    }
    for (const key of step.destroys) for (const dependent of order.dependents(key)) put(destroyers.get(dependent), at);
    for (const key of step.releases) put(at, destroyers.get(key));
    // Several alterations of one thing keep their order: DROP DEFAULT, TYPE, SET DEFAULT.
    const [subject] = step.verb === 'alter' ? step.consumes : [];
    if (subject !== undefined) {
      put(lastOn.get(subject), at);
      lastOn.set(subject, at);
    }
  });
  return before;
}

function placesBy(steps: readonly Step[], keys: (step: Step) => readonly FactKey[]): ReadonlyMap<FactKey, number> {
  return new Map(steps.flatMap((step, at) => keys(step).map((key) => [key, at] as const)));
}
