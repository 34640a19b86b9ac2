export type { Check, CheckFile, Expectation } from './checks/check.ts';
export { type CheckChoice, checksAt, chooseChecks, titleOf } from './checks/choose-checks.ts';
export { type CheckBook, readChecks } from './checks/read-checks.ts';
export * from './errors/check-errors.ts';
export * from './errors/run-errors.ts';
export * from './errors/verify-errors.ts';
export type { CheckOutcome, CheckResult, Comparison, LeftOutReason } from './run/check-result.ts';
export { type CheckSettings, LIVE_LOCK_TIMEOUT_MS, LIVE_STATEMENT_TIMEOUT_MS } from './run/check-session.ts';
export { type RunChecksOptions, runChecks } from './run/run-checks.ts';
