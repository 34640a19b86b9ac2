import { suggest } from '@godwit/diagnostics';
import { type ActiveRules, isRule, ruleNames } from '../active-rules.ts';
import type { LintSource } from '../lint-source.ts';
import { type RawFinding, rawFinding } from '../raw-finding.ts';
import type { Report } from '../rule.ts';
import { ignoreUnknown } from '../rules/ignore-unknown.ts';
import { ignoreUnused } from '../rules/ignore-unused.ts';
import { ignoreWithoutReason } from '../rules/ignore-without-reason.ts';
import type { Ignore } from './read-ignores.ts';

/** What is wrong with the ignores themselves: no reason, no such rule, nothing to silence. */
export function checkIgnores(
  comments: ReadonlyMap<LintSource, readonly Ignore[]>,
  used: ReadonlyMap<Ignore, ReadonlySet<string>>,
  rules: ActiveRules,
): readonly RawFinding[] {
  const found: RawFinding[] = [];
  for (const [source, ignores] of comments) {
    for (const ignore of ignores) {
      const { start: at, end: to } = ignore.place;
      const add = (rule: typeof ignoreUnknown, report: Report) => {
        if (rules.severityOf(rule.name) !== null) found.push(rawFinding({ rule, report, rules, source, base: 0, at, to }));
      };
      if (ignore.rules.length === 0)
        add(ignoreUnknown, { message: 'The ignore names no rule', because: 'write it as: -- godwit:ignore rule-name: reason' });
      if (ignore.reason === '')
        add(ignoreWithoutReason, {
          message: 'The ignore gives no reason',
          because: 'who reads it next cannot tell whether it still holds; write it after a colon',
        });
      for (const name of ignore.rules) {
        if (!isRule(name)) add(ignoreUnknown, { message: `There is no rule ${name}`, because: didYouMean(name) });
        else if (rules.severityOf(name) !== null && !used.get(ignore)?.has(name))
          add(ignoreUnused, {
            message: `The ignore of ${name} silences nothing`,
            because: 'what it was for has gone, or it stands in the wrong place; remove or move it',
          });
      }
    }
  }
  return found;
}

function didYouMean(name: string): string {
  const near = suggest(name, ruleNames());
  return near.length === 0 ? 'docs/lint.md lists the rules' : `did you mean ${near.join(', ')}?`;
}
