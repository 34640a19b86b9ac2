import type { Catalog, ObjectOfKind } from '@godwit/catalog';
import type { Step } from './step.ts';

/** Types that PostgreSQL makes into one another by itself where a value fits. */
const FAMILIES: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'],
  ['character varying', 'text', 'character'],
  ['timestamp without time zone', 'timestamp with time zone', 'date'],
];

/**
 * Changes of type without what they need not say: DROP DEFAULT where there is none, and a USING that only casts. That cast would cut a text
 * that is too long for its new type, where PostgreSQL by itself refuses it.
 */
export function plainTypeChanges(steps: readonly Step[], from: Catalog, to: Catalog): readonly Step[] {
  return steps.flatMap((step) => {
    const [before, after] = [from.objects[step.object], to.objects[step.object]];
    if (step.verb !== 'alter' || before?.kind !== 'column' || after?.kind !== 'column') return [step];
    if (/ DROP DEFAULT$/.test(step.sql) && before.properties.default === null) return [];
    if (!isFamily(before, after)) return [step];
    return [{ ...step, sql: step.sql.replace(/( TYPE .*?) USING .*$/s, '$1') }];
  });
}

function isFamily(before: ObjectOfKind<'column'>, after: ObjectOfKind<'column'>): boolean {
  const [was, is] = [before, after].map(({ properties }) => properties.type.replace(/\([^)]*\)/, ''));
  if (was === undefined || is === undefined) return false;
  return was === is || FAMILIES.some((family) => family.includes(was) && family.includes(is));
}
