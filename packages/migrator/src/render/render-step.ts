import { applyPlaceholders } from '@godwit/history';
import { BodyRefused } from '../execute/execution-errors.ts';
import { standaloneWork } from '../execute/standalone/standalone-work.ts';
import type { Step } from '../plan/step.ts';
import { inspectBody } from '../statements/inspect-body.ts';
import { stepFrame } from '../statements/step-frame.ts';
import { ENTERS, placeOf } from './enter-variables.ts';
import { psqlText } from './psql-text.ts';
import type { RenderOptions } from './render.ts';
import { oneLine } from './script-head.ts';
import { renameFacts, stepFacts } from './step-facts.ts';

interface StepPlace {
  /** Where the ledger must stand, as a person names it. */
  readonly expectedName: string;
  /** Whether steps of the plan go in beneath others. */
  readonly isMerge: boolean;
}

/**
 * One step as psql runs it: what it is, its own SQL, and around that the texts that all steps share, see `step-variables.ts`.
 *
 * @throws BodyRefused
 */
export async function renderStep({ placeholders }: Pick<RenderOptions, 'placeholders'>, step: Step, place: StepPlace): Promise<string> {
  const { name, message, direction, transactional } = step;
  const sql = applyPlaceholders(step.body, placeholders);
  const { finding } = await inspectBody(sql, transactional);
  if (finding !== null) throw new BodyRefused(step, { ...finding, frame: stepFrame(step, placeholders, finding.offset) });
  const kind = transactional ? 'step' : 'alone';
  const facts = stepFacts(step, { ...place, work: transactional ? null : await standaloneWork(sql) });
  return `-- ${direction === 'up' ? '' : 'revert '}${name}${message === null ? '' : `: ${oneLine(message)}`}
${facts}\\echo ${direction} :name
:begin_${kind}

${await psqlText(sql)}
:end_${kind}
:${ENTERS[placeOf(step)].name}
${renames(step)}commit;
`;
}

function renames({ insertion }: Step): string {
  const changes = insertion?.changes ?? [];
  return changes.map((row) => (row.renamed === null ? '' : `${renameFacts(row, row.renamed)}:rename_revision\n`)).join('');
}
