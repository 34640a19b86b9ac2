import type { Step } from '@godwit/migrator';
import type { CheckResult } from '@godwit/verify';
import { count } from '../output/columns.ts';

/** `12 checks hold, 3 left out (they write)`. */
export function verifiedInWords(results: readonly CheckResult[]): string {
  const leftOut = results.flatMap(({ outcome }) => (outcome.state === 'left out' ? [outcome] : []));
  const held = count(results.length - leftOut.length, 'check holds', 'checks hold');
  if (leftOut.length === 0) return held;
  const writing = leftOut.every(({ reason }) => reason === 'writes');
  return `${held}, ${leftOut.length} left out${writing ? ' (they write: --verify-writes)' : ''}`;
}

/** The same for `--json`. */
export function verifiedAsData({ name, direction, hash }: Step, results: readonly CheckResult[]): object {
  const leftOut = results.flatMap(({ check, outcome }) =>
    outcome.state === 'left out' ? [{ system: check.file.system, topic: check.file.topic, name: check.name, reason: outcome.reason }] : [],
  );
  return { event: 'verified', step: { name, direction, hash }, passed: results.length - leftOut.length, leftOut };
}
