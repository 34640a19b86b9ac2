import type { LockClaim } from '@godwit/migrator';
import { type BodyFinding, trackLocks } from '@godwit/migrator/statements';
import type { ActiveRules } from './active-rules.ts';
import type { LintSource } from './lint-source.ts';
import { type RawFinding, rawFinding } from './raw-finding.ts';
import type { ReadSource } from './read-source.ts';
import type { LintFacts, StatementRule, Subject } from './rule.ts';
import type { GrowingSchema } from './schema/schema.ts';
import type { SquawkReport } from './squawk/squawk-reports.ts';

export interface CheckOptions {
  readonly rules: ActiveRules;
  readonly facts: LintFacts;
  readonly searchPath: readonly string[];
}

/** What is kept of a source when its parse trees are gone. */
export interface CheckedSource {
  readonly source: LintSource;
  readonly found: readonly RawFinding[];
  /** What each statement locks of what stood before, for what squawk may say of it. */
  readonly statements: readonly { readonly offset: number; readonly locks: readonly LockClaim[] }[];
}

/**
 * Runs the rules over one revision, or one way back, and takes its statements into the schema.
 *
 * @param schema what stands before it; what it makes is added
 */
export function checkSource(read: ReadSource, schema: GrowingSchema, { rules, facts, searchPath }: CheckOptions): CheckedSource {
  const { source, role, transactional } = read;
  const tracker = trackLocks(searchPath);
  const subjects: Subject[] = [];
  const held: LockClaim[] = [];
  const found = read.findings.flatMap((finding) => bodyFindings(finding, read, rules));
  const run = (subject: Subject, sees: StatementRule['sees']) => {
    const { statement } = subject;
    for (const rule of rules.statementRules(statement.kind, sees, role)) {
      for (const report of rule.check(subject)) {
        const { at = 0, to = statement.text.length } = report;
        found.push(rawFinding({ rule, report, rules, source, base: statement.offset, at, to }));
      }
    }
  };
  schema.nextBody();
  for (const statement of read.statements) {
    const locks = tracker.locksOf(statement);
    const subject = { statement, revision: read, schema, facts, locks, held };
    subjects.push(subject);
    run(subject, 'before');
    schema.follow(statement.node);
    if (transactional) held.push(...locks);
  }
  for (const subject of subjects) run(subject, 'after');
  return { source, found, statements: subjects.map(({ statement, locks }) => ({ offset: statement.offset, locks })) };
}

/** What squawk says of a source, as findings. */
export function squawkFindings({ source, statements }: CheckedSource, reports: readonly SquawkReport[], rules: ActiveRules): RawFinding[] {
  return reports.map(({ rule, message, because, start: at, end: to }) => {
    const locks = statements.findLast(({ offset }) => offset <= at)?.locks.filter(({ blocks }) => blocks !== 'nothing') ?? [];
    return rawFinding({ rule, report: { message, because, locks }, rules, source, base: 0, at, to });
  });
}

function bodyFindings(finding: BodyFinding, read: ReadSource, rules: ActiveRules): RawFinding[] {
  const { source, statements } = read;
  const rule = rules.bodyRules.find(({ finds }) => finds.includes(finding.kind));
  if (rule === undefined) return [];
  const statement = statements.findLast(({ offset }) => offset <= finding.offset) ?? null;
  const report = rule.report({ finding, statement, revision: read, text: source.text });
  const to = statement === null ? finding.offset : statement.offset + statement.text.length;
  return [rawFinding({ rule, report, rules, source, base: 0, at: finding.offset, to })];
}
