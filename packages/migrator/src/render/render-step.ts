import { applyPlaceholders } from '@godwit/history';
import { readSql } from '@godwit/postgres';
import { BodyRefused } from '../execute/execution-errors.ts';
import { ledgerWrites } from '../ledger/ledger-writes.ts';
import type { Step } from '../plan/step.ts';
import { inspectBody } from '../statements/inspect-body.ts';
import { stepFrame } from '../statements/step-frame.ts';
import { psqlText } from './psql-text.ts';
import type { RenderOptions } from './render.ts';
import { requireStepSql } from './require-head.ts';
import { oneLine } from './script-head.ts';
import { stepSettingsScript } from './session-script.ts';
import { claimScript, releaseScript } from './standalone-script.ts';
import { beginScript, closeScript } from './transaction-script.ts';

interface StepPlace {
  readonly step: Step;
  /** Where the ledger must stand, as a person names it. */
  readonly expectedName: string;
}

/**
 * One step as psql runs it: in a transaction, or its statement alone between two that tell the journal and the ledger.
 *
 * @throws BodyRefused
 */
export async function renderStep(
  options: RenderOptions & { readonly lockTimeoutMs: number },
  { step, expectedName }: StepPlace,
): Promise<string> {
  const sql = applyPlaceholders(step.body, options.placeholders);
  const { finding } = await inspectBody(sql, step.transactional);
  if (finding !== null) throw new BodyRefused(step, { ...finding, frame: stepFrame(step, options.placeholders, finding.offset) });
  const check = requireStepSql(step, expectedName);
  const settings = await stepSettingsScript(options);
  const body = await psqlText(sql);
  const close = await closeScript(writesOf(options, step));
  return [
    `-- ${step.direction === 'up' ? '' : 'revert '}${step.name}${step.message === null ? '' : `: ${oneLine(step.message)}`}`,
    `\\echo ${step.direction} ${step.name}`,
    await beginScript(options, check),
    ...(step.transactional
      ? [settings, body, `${readSql(import.meta.url, '../execute/sql/end-body.sql').trim()};\n`]
      : [settings, await claimScript(step, sql), settings, body, releaseScript(step)]),
    close,
  ]
    .map((part) => (part.endsWith('\n') || part === '' ? part : `${part}\n`))
    .join('');
}

function writesOf({ actor }: RenderOptions, step: Step): string {
  const { direction, previousHash, insertion } = step;
  const detail = { script: true, ...(step.source.kind === 'ledger' ? { source: 'ledger' } : {}) };
  return ledgerWrites({ direction, record: step, previousHash, actor, durationMs: null, detail, above: insertion?.changes ?? [] });
}
