export type { DifferenceStatement, LockMode, RenameCandidate, SchemaDifference } from './difference.ts';
export { type FindDifferenceOptions, findDifference } from './find-difference.ts';
export { renderDifference } from './render-difference.ts';
export type { SchemaSnapshot } from './schema-snapshot.ts';
export { takeSnapshot } from './take-snapshot.ts';
