import type { IgnoreSetting } from '../lint-context.ts';
import type { LintFinding } from '../lint-finding.ts';
import { ignoreUnused } from '../rules/ignore-unused.ts';
import { filesOf, type IgnoreOptions } from './apply-ignores.ts';

/** The ignores of the configuration that silence nothing although every file was linted, a finding a file that they name. */
export function unusedSettings(
  { settings, rules }: IgnoreOptions,
  used: ReadonlyMap<IgnoreSetting, ReadonlySet<string>>,
): readonly LintFinding[] {
  const severity = rules.severityOf(ignoreUnused.name);
  if (severity === null) return [];
  return settings.flatMap((setting) => {
    const { rule, place } = setting;
    if (rules.severityOf(rule) === null) return [];
    const frame = place ?? { file: 'godwit.config.json', text: '', line: 1, column: 1 };
    return filesOf(setting)
      .filter((file) => !used.get(setting)?.has(file))
      .map(
        (file): LintFinding => ({
          rule: ignoreUnused.name,
          severity,
          message: `The ignore of ${rule} in ${file} silences nothing`,
          because: 'what it was for has gone, or the file has another name; remove it from "lint"."ignore"',
          frame,
          end: { line: frame.line, column: frame.column },
          locks: [],
          blocks: null,
          safe: [],
          fix: [],
        }),
      );
  });
}
