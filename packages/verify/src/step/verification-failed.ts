import { frameAt } from '@godwit/diagnostics';
import { ExecutionError, type Step } from '@godwit/migrator';
import { titleOf } from '../checks/choose-checks.ts';
import type { CheckResult } from '../run/check-result.ts';
import { describeValue } from '../run/describe-value.ts';

/** As many as a person reads. */
const MOST_CHECKS = 5;
const MOST_ROWS = 3;

/** A revision is applied, and not all that should be true of the database then is. */
export class VerificationFailed extends ExecutionError {
  /** A step outside a transaction cannot be taken back by rolling back. */
  override readonly stays: boolean;
  readonly failed: readonly CheckResult[];

  /** @param failed at least one */
  constructor(step: Step, failed: readonly CheckResult[]) {
    const [first] = failed;
    const file = first?.check.file;
    const what = failed.length === 1 ? 'a check does not hold' : `${failed.length} checks do not hold`;
    super(step, {
      code: 'GW570',
      message: `${step.name}: ${what} when it is applied`,
      details: detailsOf(failed),
      help: step.transactional
        ? 'Nothing of it was applied. Correct the revision, or the check (from and until which revision is it true?), and run the command again.'
        : 'It runs outside a transaction, so it stays applied. Take it back: godwit downgrade -1\nor correct the check, and look again: godwit verify --database URL',
      ...(first === undefined || file === undefined ? {} : { frame: frameAt(file.path, file.text, first.check.offset) }),
    });
    this.stays = !step.transactional;
    this.failed = failed;
  }
}

function detailsOf(failed: readonly CheckResult[]): readonly string[] {
  const shown = failed.slice(0, MOST_CHECKS).flatMap(linesOf);
  const more = failed.length - MOST_CHECKS;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}

function linesOf({ check, outcome }: CheckResult): readonly string[] {
  const title = titleOf(check);
  if (outcome.state === 'error') return [title, `  ${outcome.error.message}`];
  if (outcome.state !== 'failed') return [title];
  const { differences } = outcome;
  const more = differences.length - MOST_ROWS;
  return [
    title,
    ...differences.slice(0, MOST_ROWS).flatMap(({ label, expected, found }) => {
      const row = label === '' ? '' : `${label}: `;
      return [`  ${row}expected ${describeValue(expected)}`, `  ${' '.repeat(row.length)}found    ${describeValue(found)}`];
    }),
    ...(more > 0 ? [`  … ${more} more`] : []),
  ];
}
