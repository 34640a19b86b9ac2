import type { LockClaim } from '@godwit/migrator';
import type { BodyFinding, StatementKind } from '@godwit/migrator/statements';
import type { BackfillUse, LintContext, QueryUse } from './lint-context.ts';
import type { SafeStep, Severity } from './lint-finding.ts';
import type { LintStatement } from './lint-statement.ts';
import type { Schema } from './schema/schema.ts';
import type { Edit } from './text/edit.ts';

/** What every rule says of itself: for settings, ignores and the documentation. */
export interface RuleText {
  /** As ignores and settings name it. */
  readonly name: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** What it finds, one line for the list: `a FOREIGN KEY that is checked at once`. */
  readonly summary: string;
  /** Why that is dangerous, and what the safe form does about it. One paragraph. */
  readonly why: string;
  /** What it finds, for the documentation. It is a case of the tests too. */
  readonly example: Example;
}

/** In the order of the documentation. */
export const RULE_GROUPS = ['locks', 'rewrites', 'compatibility', 'rows', 'design', 'execution', 'ignores'] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

export interface Example {
  readonly sql: string;
  /** SQL of the revisions before it. */
  readonly history?: string;
  /** What the caller has to know for it. */
  readonly context?: Pick<LintContext, 'queries' | 'backfills'>;
}

/** A rule about statements. Each has a file of its own, with its cases beside it. */
export interface StatementRule extends RuleText {
  readonly about: 'statements';
  /** Whether it looks at ways back. A rule about how things should be made does not: a way back brings back what there was. */
  readonly reverts: boolean;
  /** `before`: the schema is what stands before the statement. `after`: what the whole revision leaves. */
  readonly sees: 'before' | 'after';
  /** The statements it looks at; every one unless given. */
  readonly kinds?: readonly StatementKind[];
  readonly check: (subject: Subject) => Iterable<Report>;
}

/** A rule about a body as a whole: what `upgrade` would refuse to run. */
export interface BodyRule extends RuleText {
  readonly about: 'bodies';
  readonly finds: readonly BodyFinding['kind'][];
  readonly report: (found: FoundInBody) => Pick<Report, 'message' | 'because' | 'severity' | 'safe'>;
}

export interface FoundInBody {
  readonly finding: BodyFinding;
  /** The statement that holds the place; null when the body does not parse. */
  readonly statement: LintStatement | null;
  readonly revision: LintedRevision;
  /** The body. */
  readonly text: string;
}

/** A rule about the ignores themselves: they are checked when all others have run. */
export interface IgnoreRule extends RuleText {
  readonly about: 'ignores';
}

export type Rule = StatementRule | BodyRule | IgnoreRule;

/** A statement in its surroundings, as a rule sees it. */
export interface Subject {
  readonly statement: LintStatement;
  readonly revision: LintedRevision;
  readonly schema: Schema;
  readonly facts: LintFacts;
  /** The statement's locks on what stood before the revision. */
  readonly locks: readonly LockClaim[];
  /** Those of the statements before it (of all, for a rule that sees `after`), which are held until the transaction ends. */
  readonly held: readonly LockClaim[];
}

export interface LintedRevision {
  /** As targets name it; null while it is being written. */
  readonly name: string | null;
  readonly role: 'forward' | 'revert';
  readonly transactional: boolean;
  /** All of them, in order. */
  readonly statements: readonly LintStatement[];
}

/** What the caller knows beyond the SQL. */
export interface LintFacts {
  /** Null when nobody has named them. */
  readonly queries: readonly QueryUse[] | null;
  readonly backfills: readonly BackfillUse[];
  readonly pgSettings: Readonly<Record<string, string>>;
}

/** What a rule has found in a statement. */
export interface Report {
  /** One line, without a full stop. */
  readonly message: string;
  readonly because: string;
  /** Where in the statement's text; its beginning unless given. */
  readonly at?: number;
  /** The end of the place; the statement's unless given. */
  readonly to?: number;
  /** Where it is less sure than the rule is as a rule. */
  readonly severity?: 'warning';
  /** Those that make it a finding. */
  readonly locks?: readonly LockClaim[];
  readonly safe?: readonly SafeStep[];
  /** What `--fix` does, in the statement's text. */
  readonly fix?: readonly Edit[];
}
