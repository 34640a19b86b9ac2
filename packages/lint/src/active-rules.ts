import type { StatementKind } from '@godwit/migrator/statements';
import { UnknownRule } from './errors/unknown-rule.ts';
import type { LintSettings } from './lint-context.ts';
import type { Severity } from './lint-finding.ts';
import type { BodyRule, StatementRule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { SQUAWK_RULES } from './squawk/squawk-rules.ts';

/** The rules that are on, and how severe each is. */
export interface ActiveRules {
  readonly statementRules: (kind: StatementKind, sees: StatementRule['sees'], role: 'forward' | 'revert') => readonly StatementRule[];
  readonly bodyRules: readonly BodyRule[];
  /** Null for a rule that is off. */
  readonly severityOf: (rule: string) => Severity | null;
}

/** @throws UnknownRule when a setting or an ignore of the configuration names one that there is not */
export function activateRules(settings: LintSettings): ActiveRules {
  for (const name of [...Object.keys(settings.rules ?? {}), ...(settings.ignore ?? []).map(({ rule }) => rule)]) {
    if (!isRule(name)) throw new UnknownRule(name, ruleNames());
  }
  const severities = new Map<string, Severity | 'off'>([
    ...RULES.map(({ name, severity }) => [name, severity] as const),
    ...SQUAWK_RULES.map(({ name, severity }) => [name, severity] as const),
    ...Object.entries(settings.rules ?? {}),
    ...(settings.squawk === false ? SQUAWK_RULES : []).map(({ name }) => [name, 'off'] as const),
  ]);
  const severityOf = (rule: string) => {
    const severity = severities.get(rule) ?? 'off';
    return severity === 'off' ? null : severity;
  };
  const on = RULES.filter(({ name }) => severityOf(name) !== null);
  const statementRules = on.filter((rule) => rule.about === 'statements');
  const chosen = new Map<string, readonly StatementRule[]>();
  return {
    severityOf,
    bodyRules: on.filter((rule) => rule.about === 'bodies'),
    statementRules: (kind, sees, role) => {
      const key = `${kind} ${sees} ${role}`;
      const known = chosen.get(key);
      if (known !== undefined) return known;
      const fitting = statementRules.filter(
        (rule) => rule.sees === sees && (role === 'forward' || rule.reverts) && (rule.kinds?.includes(kind) ?? true),
      );
      chosen.set(key, fitting);
      return fitting;
    },
  };
}

/** Names that settings and ignores may use. */
export function ruleNames(): readonly string[] {
  return [...RULES, ...SQUAWK_RULES].map(({ name }) => name);
}

export function isRule(name: string): boolean {
  return ruleNames().includes(name);
}
