import type { LintContext } from '../lint-context.ts';

/** What a rule is tried on. Each rule has a file of them beside it; all begin with the tables of `fixture.sql`. */
export interface RuleCases {
  readonly fires: readonly FiringCase[];
  /** None may have a finding of the rule. */
  readonly silent: readonly RuleCase[];
}

export interface RuleCase {
  readonly name: string;
  readonly sql: string;
  /** A revision between the fixture and this one. */
  readonly history?: string;
  /** It is the way back of a revision. */
  readonly revert?: boolean;
  readonly context?: Pick<LintContext, 'queries' | 'backfills' | 'pgSettings'>;
}

export interface FiringCase extends RuleCase {
  /** The findings of the rule, in order. */
  readonly finds: readonly ExpectedFinding[];
  /** Why the safe form is not executed: `there is no such table`. */
  readonly notExecuted?: string;
  /** What `--fix` makes of the SQL. */
  readonly fixed?: string;
}

export interface ExpectedFinding {
  /** The text of the place. */
  readonly at: string;
  readonly message: string;
  /** Only where it is not the rule's own. */
  readonly severity?: 'warning';
  /** `shelf.books ACCESS EXCLUSIVE, scan`. */
  readonly locks?: readonly string[];
  /** The SQL of the safe form's steps. */
  readonly safe?: readonly string[];
}
