import { type CodeFrame, frameAt } from '@godwit/diagnostics';
import type { Placeholders } from '@godwit/history';
import { originalOffset } from '../execute/original-offset.ts';
import { sourceName } from '../execute/source-name.ts';
import type { Step } from '../plan/step.ts';

/**
 * The place in a step's file of an offset in its SQL after placeholders. What is shown is the text before placeholders: their
 * values may be secret. The lines above the body, which hold the headers, are left blank.
 *
 * @param offset in UTF-16 code units of `applyPlaceholders(step.body, placeholders)`
 */
export function stepFrame(step: Step, placeholders: Placeholders, offset: number): CodeFrame {
  const above = step.source.kind === 'file' ? '\n'.repeat(step.source.bodyLine - 1) : '';
  return frameAt(sourceName(step), above + step.body, above.length + originalOffset(step.body, placeholders, offset));
}
