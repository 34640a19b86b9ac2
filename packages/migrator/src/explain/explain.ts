import type { CodeFrame } from '@godwit/diagnostics';
import { applyPlaceholders, type Placeholders } from '@godwit/history';
import type { Plan, Step } from '../plan/step.ts';
import { type BodyFinding, inspectBody } from '../statements/inspect-body.ts';
import { type LockTracker, trackLocks } from '../statements/locks/existing-objects.ts';
import type { LockClaim } from '../statements/locks/lock-claim.ts';
import { runsCode } from '../statements/locks/locks-of.ts';
import { schemasOf, searchPathOf } from '../statements/search-path.ts';
import type { Statement } from '../statements/statement.ts';
import { stepFrame } from '../statements/step-frame.ts';
import { writtenStatements } from '../statements/written-statements.ts';
import { type StepLock, stepLocks } from './step-locks.ts';

export interface ExplainOptions {
  /** As `resolvePlaceholders` gives them. */
  readonly placeholders: Placeholders;
  /** Where names without a schema belong, as in `ExecuteSettings`. */
  readonly searchPath?: string;
  readonly pgSettings?: Readonly<Record<string, string>>;
}

/** One step of a dry run. */
export interface ExplainedStep {
  readonly step: Step;
  readonly statements: readonly ExplainedStatement[];
  /** What the step locks of what was there before, strongest first. */
  readonly locks: readonly StepLock[];
  /** Why it cannot be run, with its place; null when it can. Then `statements` may be empty. */
  readonly problem: { readonly finding: BodyFinding; readonly frame: CodeFrame } | null;
}

export interface ExplainedStatement {
  /** As it stands in the revision, before placeholders: their values may be secret. */
  readonly text: string;
  /** What can be long and says little in a list: the code of a function or DO block, rows of values. Null for everything else. */
  readonly holds: 'code' | 'data' | null;
  readonly locks: readonly LockClaim[];
  /** DO, CALL or EXECUTE: what it locks cannot be seen. */
  readonly opaque: boolean;
}

/** What each step of a plan would do, without a database: for `--dry-run`. */
export async function explain(plan: Pick<Plan, 'steps'>, options: ExplainOptions): Promise<readonly ExplainedStep[]> {
  const tracker = trackLocks(schemasOf(searchPathOf(options)));
  const explained: ExplainedStep[] = [];
  for (const step of plan.steps) explained.push(await explainStep(step, options.placeholders, tracker));
  return explained;
}

async function explainStep(step: Step, placeholders: Placeholders, tracker: LockTracker): Promise<ExplainedStep> {
  const sql = applyPlaceholders(step.body, placeholders);
  const { statements: parsed, finding } = await inspectBody(sql, step.transactional);
  const written = sql === step.body ? parsed : await writtenStatements(step.body, parsed);
  tracker.nextBody();
  const statements = parsed.map((statement, index) => ({
    text: (written[index] ?? statement).text,
    holds: holds(statement),
    locks: tracker.locksOf(statement),
    opaque: runsCode(statement),
  }));
  const problem = finding === null ? null : { finding, frame: stepFrame(step, placeholders, finding.offset) };
  return { step, statements, locks: stepLocks(statements, step.transactional), problem };
}

function holds({ node }: Pick<Statement, 'node'>): ExplainedStatement['holds'] {
  if ('CreateFunctionStmt' in node || 'DoStmt' in node) return 'code';
  if (!('InsertStmt' in node)) return null;
  const query = node.InsertStmt.selectStmt;
  return query !== undefined && 'SelectStmt' in query && query.SelectStmt.valuesLists !== undefined ? 'data' : null;
}
