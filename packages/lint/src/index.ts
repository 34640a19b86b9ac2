export * from './errors/squawk-errors.ts';
export { UnknownRule } from './errors/unknown-rule.ts';
export { lint } from './lint.ts';
export type { BackfillUse, IgnoreSetting, LintContext, LintSettings, QueryUse, RelationUse } from './lint-context.ts';
export type { LintFinding, SafeStep, Severity, TextEdit } from './lint-finding.ts';
export type { LintSource } from './lint-source.ts';
export { readSchema } from './read-schema.ts';
export type { Schema } from './schema/schema.ts';
