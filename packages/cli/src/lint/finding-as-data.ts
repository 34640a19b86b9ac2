import type { LintFinding } from '@godwit/lint';

/** A finding for machines. */
export function findingAsData({ rule, severity, message, because, frame, end, locks, blocks, safe, fix }: LintFinding): object {
  const { file, line, column } = frame;
  return { rule, severity, message, because, place: { file, line, column, end }, locks, blocks, safe, fixable: fix.length > 0 };
}
