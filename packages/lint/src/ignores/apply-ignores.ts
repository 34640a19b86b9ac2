import type { ActiveRules } from '../active-rules.ts';
import type { IgnoreSetting } from '../lint-context.ts';
import type { LintFinding } from '../lint-finding.ts';
import type { LintSource } from '../lint-source.ts';
import type { RawFinding } from '../raw-finding.ts';
import { checkIgnores } from './check-ignores.ts';
import { pathPattern } from './path-pattern.ts';
import type { Ignore } from './read-ignores.ts';
import { unusedSettings } from './unused-settings.ts';

export interface IgnoreOptions {
  /** The comments of each source that is linted. */
  readonly comments: ReadonlyMap<LintSource, readonly Ignore[]>;
  readonly settings: readonly IgnoreSetting[];
  /** Whether every file was linted, so that a setting which silences nothing is not needed. */
  readonly whole: boolean;
  readonly rules: ActiveRules;
}

/** The findings that nothing silences, and those about the ignores themselves. */
export function applyIgnores(found: readonly RawFinding[], options: IgnoreOptions): readonly (RawFinding | LintFinding)[] {
  const used = { comments: new Map<Ignore, Set<string>>(), settings: new Map<IgnoreSetting, Set<string>>() };
  const patterns = options.settings.map((setting) => ({
    setting,
    files: filesOf(setting).map((file) => ({ file, matches: pathPattern(file) })),
  }));
  const kept = found.filter(({ rule, source, offset }) => {
    const comments = (options.comments.get(source) ?? []).filter(
      (ignore) => ignore.rules.includes(rule) && offset >= ignore.start && offset < ignore.end,
    );
    for (const ignore of comments) note(used.comments, ignore, rule);
    if (comments.length > 0) return false;
    const meant = patterns.filter(({ setting }) => setting.rule === rule);
    const silencing = meant.flatMap(({ setting, files }) =>
      files.filter(({ matches }) => matches(source.path)).map(({ file }) => ({ setting, file })),
    );
    for (const { setting, file } of silencing) note(used.settings, setting, file);
    return silencing.length === 0;
  });
  return [
    ...kept,
    ...checkIgnores(options.comments, used.comments, options.rules),
    ...(options.whole ? unusedSettings(options, used.settings) : []),
  ];
}

export function filesOf({ file }: IgnoreSetting): readonly string[] {
  return typeof file === 'string' ? [file] : file;
}

function note<Key>(used: Map<Key, Set<string>>, key: Key, word: string): void {
  const words = used.get(key) ?? new Set();
  used.set(key, words.add(word));
}
