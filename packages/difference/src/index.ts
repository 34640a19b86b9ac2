export type { DifferenceStatement, SchemaDifference } from './difference.ts';
export { type FindDifferenceOptions, findDifference } from './find-difference.ts';
export { type FindDifferenceAtOptions, findDifferenceAt } from './find-difference-at.ts';
export { type Rename, type RenamedKind, renameAsFlag } from './renames/rename.ts';
export { renamesBetween } from './renames/renames-between.ts';
export { renderDifference } from './render-difference.ts';
export type { SchemaSnapshot } from './schema-snapshot.ts';
export { takeSnapshot } from './take-snapshot.ts';
