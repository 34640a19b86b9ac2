export type { Drift, DriftFinding, Way, WayPart } from './drift.ts';
export { type ExpectedState, parseExpected, readExpected } from './expected-state.ts';
export { type DriftOptions, findDrift } from './find-drift.ts';
export type { IgnoreRule } from './ignore-rule.ts';
