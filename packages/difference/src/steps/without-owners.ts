import type { Catalog } from '@godwit/catalog';
import type { Step } from './step.ts';

export interface OwnersOptions {
  readonly from: Catalog;
  readonly to: Catalog;
  /** The role that will run the steps; null leaves all owners out. */
  readonly role: string | null;
}

/** The steps without those that give an object to the role that makes it, or is its owner already. */
export function withoutOwners(steps: readonly Step[], { from, to, role }: OwnersOptions): readonly Step[] {
  const isNeeded = ({ object }: Step): boolean => {
    const owner = to.objects[object]?.owner ?? null;
    const before = from.objects[object]?.owner ?? null;
    return role !== null && (owner !== role || (before !== null && before !== owner));
  };
  return steps.flatMap((step) => {
    if (isNeeded(step)) return [step];
    return step.aspect === 'owner' ? [] : [{ ...step, sql: step.sql.replace(/^(CREATE SCHEMA .*) AUTHORIZATION ".*"$/s, '$1') }];
  });
}
