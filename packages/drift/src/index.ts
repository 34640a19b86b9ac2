export type { Drift, DriftFinding, SeenDrift, Way, WayPart } from './drift.ts';
export { type ExpectedState, parseExpected, readExpected } from './expected-state.ts';
export { type DriftOptions, findDrift, type SeeDriftOptions, seeDrift } from './find-drift.ts';
export type { IgnoreRule } from './ignore-rule.ts';
