import type { Step } from './step.ts';

/** What the engine calls a type that another takes the place of. */
const SUFFIX = '__pgdelta_replaced';

const isAside = ({ sql }: Step) => sql.startsWith('ALTER TYPE ') && sql.includes(SUFFIX);
const isDrop = ({ sql }: Step) => sql.startsWith('DROP TYPE ') && sql.includes(SUFFIX);

/**
 * The steps with a type that is made anew counted as made: what is of that type has to wait for its new form, or it would be of the old one.
 * The engine says only that each of these steps is about the type.
 */
export function settleReplacedTypes(steps: readonly Step[]): readonly Step[] {
  const types = new Set(steps.filter(isAside).flatMap(({ consumes }) => consumes.slice(0, 1)));
  return steps.map((step) => {
    const [type] = step.consumes;
    if (type === undefined || !types.has(type)) return step;
    const aside = `aside ${type}`;
    const others = step.consumes.slice(1);
    if (isAside(step)) return { ...step, consumes: others, produces: [aside] };
    return step.sql.startsWith('CREATE TYPE ') ? { ...step, consumes: [...others, aside], produces: [type] } : step;
  });
}

/** The steps with the old form dropped last: whatever else was of it is changed or dropped by then. Until that it has a name of ours. */
export function dropReplacedTypes(steps: readonly Step[]): readonly Step[] {
  const ordered = [...steps.filter((step) => !isDrop(step)), ...steps.filter(isDrop)];
  return ordered.map((step) => ({ ...step, sql: step.sql.replaceAll(SUFFIX, '__old') }));
}
