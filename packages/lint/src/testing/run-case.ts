import { readFileSync } from 'node:fs';
import { isNoTransaction } from '@godwit/history';
import { formatName } from '@godwit/migrator/statements';
import { lint } from '../lint.ts';
import type { LintContext } from '../lint-context.ts';
import type { LintFinding } from '../lint-finding.ts';
import type { LintSource } from '../lint-source.ts';
import type { ExpectedFinding, RuleCase } from './rule-cases.ts';

/** The tables that every case begins with. */
export const FIXTURE = readFileSync(new URL('./fixture.sql', import.meta.url), 'utf8');

export function sourceOf(path: string, text: string, role: LintSource['role'] = 'forward'): LintSource {
  return { path, text, transactional: !isNoTransaction(text), role };
}

/** The findings of a case, by our own rules alone unless the settings say otherwise. */
export function lintCase(
  { sql, history = '', revert, context = {} }: RuleCase,
  settings: LintContext['settings'] = {},
): Promise<readonly LintFinding[]> {
  const before = [sourceOf('fixture.sql', FIXTURE), sourceOf('history.sql', history)].map((source) => ({ ...source, factsOnly: true }));
  return lint([...before, sourceOf('current.sql', sql, revert ? 'revert' : 'forward')], { ...context, settings });
}

/** A finding as the cases write it down. */
export function asExpected({ message, severity, frame, end, locks, safe }: LintFinding, usual: LintFinding['severity']): ExpectedFinding {
  return {
    at: textBetween(frame.text, frame, end),
    message,
    ...(severity === 'warning' && usual === 'error' ? { severity } : {}),
    ...(locks.length === 0 ? {} : { locks: locks.map(({ object, mode, work }) => `${formatName(object)} ${mode}, ${work}`) }),
    ...(safe.length === 0 ? {} : { safe: safe.map(({ sql }) => sql) }),
  };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function textBetween(text: string, from: Position, to: Position): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, column }: Position) => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  return text.slice(offsetOf(from), offsetOf(to));
}
