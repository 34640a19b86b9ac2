import type { CheckResult } from '@godwit/verify';
import { errorAsData } from '../output/render-error.ts';
import { brokenCycles, countOf, type Verification } from './verification.ts';

/** What `--json` prints: one value. */
export function verificationAsData(verification: Verification, ms: number): object {
  const { database, revision, results, cycles, errors, otherRevisions } = verification;
  return {
    database,
    revision,
    checks: results.map(resultAsData),
    cycles:
      cycles?.map(({ subject, summary, failures }) => ({
        subject,
        summary,
        state: failures.length === 0 ? 'passed' : 'failed',
        failures: failures.map((failure) => errorAsData(failure).error),
      })) ?? null,
    passed: countOf(verification, 'passed'),
    failed: countOf(verification, 'failed') + brokenCycles(verification).length,
    leftOut: countOf(verification, 'left out'),
    errors: countOf(verification, 'error') + errors.length,
    otherRevisions,
    problems: errors.map((error) => errorAsData(error).error),
    ms: Math.round(ms),
  };
}

function resultAsData({ check, outcome, ms }: CheckResult): object {
  const { file, line, name } = check;
  const { system, topic, path } = file;
  const { state } = outcome;
  return {
    system,
    topic,
    file: path,
    line,
    name,
    state,
    ms: Math.round(ms),
    ...(outcome.state === 'failed' ? { differences: outcome.differences } : {}),
    ...(outcome.state === 'left out' ? { reason: outcome.reason, because: outcome.because } : {}),
    ...(outcome.state === 'error' ? errorAsData(outcome.error) : {}),
  };
}
