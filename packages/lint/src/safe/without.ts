import type { SafeStep } from '../lint-finding.ts';
import type { LintStatement } from '../lint-statement.ts';
import { here } from './steps.ts';

/** The label of a step that stands for the whole revision. */
export const WHOLE_REVISION = 'as a revision';

/** The revision without some of its statements; none when nothing would be left. */
export function without(statements: readonly LintStatement[], leftOut: (statement: LintStatement) => boolean): readonly SafeStep[] {
  const rest = statements.filter((statement) => !leftOut(statement));
  return rest.length === 0 ? [] : [here(rest.map(({ text }) => `${text};`).join('\n'), WHOLE_REVISION)];
}
