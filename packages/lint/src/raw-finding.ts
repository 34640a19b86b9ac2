import type { ActiveRules } from './active-rules.ts';
import { describeBlocking } from './describe-blocking.ts';
import type { LintFinding } from './lint-finding.ts';
import type { LintSource } from './lint-source.ts';
import { offsetOf, placeOf } from './place.ts';
import { withPlaceholders } from './placeholder-names.ts';
import type { Report, RuleText } from './rule.ts';

/** A finding, and what an ignore would have to cover. */
export interface RawFinding extends LintFinding {
  readonly source: LintSource;
  /** In the source's text. */
  readonly offset: number;
}

export interface RawFindingOptions {
  readonly rule: Pick<RuleText, 'name'>;
  readonly report: Report;
  readonly rules: Pick<ActiveRules, 'severityOf'>;
  readonly source: LintSource;
  /** Where the text begins that the report's offsets count in. */
  readonly base: number;
  readonly at: number;
  readonly to: number;
}

/** A report as a finding: with its place in the user's file, its severity by the settings, and what its locks block. */
export function rawFinding({ rule, report, rules, source, base, at, to }: RawFindingOptions): RawFinding {
  const { message, because, locks = [], safe = [], fix = [] } = report;
  const frame = placeOf(source, base + at);
  const { line, column } = placeOf(source, base + to);
  const severity = rules.severityOf(rule.name) ?? 'warning';
  const finding = {
    rule: rule.name,
    severity: severity === 'error' && report.severity !== undefined ? report.severity : severity,
    message,
    because,
    frame,
    end: { line, column },
    locks,
    blocks: describeBlocking(locks),
    safe,
    fix: fix.map((edit) => ({
      path: frame.file,
      start: offsetOf(placeOf(source, base + edit.start)),
      end: offsetOf(placeOf(source, base + edit.end)),
      text: edit.text,
    })),
    source,
    offset: base + at,
  };
  return withPlaceholders(finding, source.text);
}
