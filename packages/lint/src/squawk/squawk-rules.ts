import type { Severity } from '../lint-finding.ts';

/** A rule of squawk, https://squawkhq.com/docs/rules, under our name for it. */
export interface SquawkRule {
  /** With `squawk/` in front. */
  readonly name: string;
  readonly severity: Severity | 'off';
  /** Why it is on or off: `add-foreign-key covers it`. */
  readonly reason: string;
}

/**
 * Every rule of squawk 2.66.0. Where one of ours covers the same ground, ours is on and squawk's is off: one problem is one finding.
 * Ours know the history, the locks and the names for the safe form.
 */
export const SQUAWK_RULES: readonly SquawkRule[] = [
  on('ban-alter-domain-with-add-constraint', 'warning', 'every table with a column of the domain is locked and read'),
  on('ban-create-domain-with-constraint', 'warning', 'a constraint of a domain is checked in every table that uses it when it changes'),
  on('ban-drop-database', 'error', 'no revision brings it back'),
  on('ban-drop-not-null', 'warning', 'an application that is running may not expect a null there'),
  on('ban-duplicate-column-assignments', 'error', 'the server refuses the statement'),
  on('identifier-too-long', 'warning', 'the server cuts the name without a word, and two of them may become one'),
  off('adding-field-with-default', 'volatile-default'),
  off('adding-foreign-key-constraint', 'add-foreign-key'),
  off('adding-not-nullable-field', 'set-not-null'),
  off('adding-required-field', 'add-required-column'),
  off('adding-serial-primary-key-field', 'serial-column'),
  off('ban-char-field', 'char-type'),
  off('ban-concurrent-index-creation-in-transaction', 'needs-no-transaction'),
  off('ban-drop-column', 'drop-column-in-use'),
  off('ban-drop-table', 'drop-table-in-use'),
  off('ban-truncate-cascade', 'truncate'),
  off('ban-uncommitted-transaction', 'transaction-control'),
  off('changing-column-type', 'column-type-rewrite'),
  off('constraint-missing-not-valid', 'add-check'),
  off('disallowed-unique-constraint', 'add-unique'),
  off('prefer-bigint-over-int', 'int-primary-key'),
  off('prefer-repack', 'vacuum-full'),
  off('prefer-timestamp-tz', 'timestamp-without-time-zone'),
  off('renaming-column', 'rename-column'),
  off('renaming-table', 'rename-table'),
  off('require-concurrent-index-creation', 'index-not-concurrently'),
  off('require-concurrent-index-deletion', 'drop-index-not-concurrently'),
  off('require-concurrent-partition-detach', 'detach-not-concurrently'),
  off('require-concurrent-reindex', 'reindex-not-concurrently'),
  off('require-table-schema', 'unqualified-name'),
  off('transaction-nesting', 'transaction-control'),
  needless('prefer-bigint-over-smallint', 'a matter of taste'),
  needless('prefer-identity', 'a matter of taste'),
  needless('prefer-text-field', 'a matter of taste: a varchar is widened without a rewrite'),
  needless('require-enum-value-ordering', 'a matter of taste'),
  needless('prefer-robust-stmts', 'a revision is applied whole or not at all'),
  needless('require-lock-timeout', 'every revision runs with a limit for lock waits; lock-timeout-off finds one that takes it away'),
  needless('require-statement-timeout', 'what waits is limited; what works may take its time'),
  needless('require-timeout-settings', 'every revision runs with a limit for lock waits'),
];

/** What squawk itself calls the rule. */
export function squawkName({ name }: Pick<SquawkRule, 'name'>): string {
  return name.slice('squawk/'.length);
}

function on(name: string, severity: Severity, reason: string): SquawkRule {
  return { name: `squawk/${name}`, severity, reason };
}

function off(name: string, covered: string): SquawkRule {
  return { name: `squawk/${name}`, severity: 'off', reason: `${covered} covers it` };
}

function needless(name: string, reason: string): SquawkRule {
  return { name: `squawk/${name}`, severity: 'off', reason };
}
