import type { Catalog } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';
import type { Step } from './step.ts';

export interface OwnersOptions {
  readonly from: Catalog;
  readonly to: Catalog;
  /** The role that will run the steps. */
  readonly role: string;
  /** False leaves all owners out, and that role's name. */
  readonly owners: boolean;
}

/** The steps without those that give an object to the role that makes it, or is its owner already. */
export function withoutOwners(steps: readonly Step[], { from, to, role, owners }: OwnersOptions): readonly Step[] {
  const isNeeded = ({ object }: Step): boolean => {
    const owner = to.objects[object]?.owner ?? null;
    const before = from.objects[object]?.owner ?? null;
    return owners && (owner !== role || (before !== null && before !== owner));
  };
  return steps.flatMap((step) => {
    if (isNeeded(step)) return [step];
    if (step.aspect === 'owner') return [];
    const sql = step.sql.replace(/^(CREATE SCHEMA .*) AUTHORIZATION ".*"$/s, '$1');
    return [{ ...step, sql: owners || step.aspect !== 'grants' ? sql : withoutRole(sql, role) }];
  });
}

/** Grants to, and default privileges of, whoever runs it. */
function withoutRole(sql: string, role: string): string {
  const name = quoteIdentifier(role);
  return sql
    .replace(`ALTER DEFAULT PRIVILEGES FOR ROLE ${name} `, 'ALTER DEFAULT PRIVILEGES ')
    .replaceAll(new RegExp(`(?<= (?:TO|FROM) )${name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`, 'g'), 'CURRENT_USER');
}
