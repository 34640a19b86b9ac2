import type { LockClaim } from '@godwit/migrator';
import { type BodyFinding, trackLocks } from '@godwit/migrator/statements';
import type { ActiveRules } from './active-rules.ts';
import type { LintSource } from './lint-source.ts';
import { type RawFinding, rawFinding } from './raw-finding.ts';
import type { ReadRevision, ReadSource } from './read-revision.ts';
import type { LintFacts, StatementRule, Subject } from './rule.ts';
import type { GrowingSchema } from './schema/schema.ts';
import type { SquawkReport } from './squawk/squawk-reports.ts';

export interface CheckOptions {
  readonly rules: ActiveRules;
  readonly facts: LintFacts;
  readonly searchPath: readonly string[];
  readonly squawk: ReadonlyMap<LintSource, readonly SquawkReport[]>;
}

/**
 * Runs the rules over one revision and takes its statements into the schema.
 *
 * @param schema what stands before it; what it makes is added
 */
export function checkRevision(revision: ReadRevision, schema: GrowingSchema, options: CheckOptions): RawFinding[] {
  const { rules, facts, searchPath, squawk } = options;
  const tracker = trackLocks(searchPath);
  const subjects: { readonly subject: Subject; readonly read: ReadSource }[] = [];
  const found: RawFinding[] = [];
  const run = ({ subject, read }: (typeof subjects)[number], sees: StatementRule['sees']) => {
    const { statement } = subject;
    for (const rule of rules.statementRules(statement.kind, sees, revision.role)) {
      for (const report of rule.check(subject)) {
        const { at = 0, to = statement.text.length } = report;
        found.push(rawFinding({ rule, report, rules, source: read.source, base: statement.offset, at, to }));
      }
    }
  };
  const held: LockClaim[] = [];
  schema.nextBody();
  for (const read of revision.sources) {
    for (const finding of read.findings) found.push(...bodyFindings(finding, read, revision, rules));
    for (const statement of read.statements) {
      const locks = tracker.locksOf(statement);
      const entry = { subject: { statement, revision, schema, facts, locks, held }, read };
      subjects.push(entry);
      run(entry, 'before');
      schema.follow(statement.node);
      if (revision.transactional) held.push(...locks);
    }
  }
  for (const entry of subjects) run(entry, 'after');
  for (const { source } of revision.sources) {
    const own = subjects.filter(({ read }) => read.source === source).map(({ subject }) => subject);
    for (const { rule, message, because, start, end } of squawk.get(source) ?? []) {
      const locks = own.findLast(({ statement }) => statement.offset <= start)?.locks.filter(({ blocks }) => blocks !== 'nothing') ?? [];
      found.push(rawFinding({ rule, report: { message, because, locks }, rules, source, base: 0, at: start, to: end }));
    }
  }
  return found;
}

function bodyFindings(finding: BodyFinding, { source, statements }: ReadSource, revision: ReadRevision, rules: ActiveRules): RawFinding[] {
  const rule = rules.bodyRules.find(({ finds }) => finds.includes(finding.kind));
  if (rule === undefined) return [];
  const statement = statements.findLast(({ offset }) => offset <= finding.offset) ?? null;
  const report = rule.report({ finding, statement, revision, text: source.text });
  const end = statement === null ? finding.offset : statement.offset + statement.text.length;
  return [rawFinding({ rule, report, rules, source, base: 0, at: finding.offset, to: end })];
}
