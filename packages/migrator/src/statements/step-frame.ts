import { type CodeFrame, frameAt } from '@godwit/diagnostics';
import { applyPlaceholders, type Placeholders } from '@godwit/history';
import type { Step } from '../plan/step.ts';

/**
 * The place in a step's file of an offset in its SQL after placeholders. What is shown is the text before placeholders: their
 * values may be secret.
 *
 * @param offset in UTF-16 code units of `applyPlaceholders(step.body, placeholders)`
 */
export function stepFrame(step: Pick<Step, 'body' | 'source' | 'name'>, placeholders: Placeholders, offset: number): CodeFrame {
  const file = step.source.kind === 'file' ? step.source.path : `${step.name} (as the ledger has it)`;
  const above = step.source.kind === 'file' ? step.source.bodyLine - 1 : 0;
  const frame = frameAt(file, step.body, offsetBefore(step.body, placeholders, offset));
  return { ...frame, text: '\n'.repeat(above) + frame.text, line: frame.line + above };
}

/** Line by line, since a placeholder never reaches over the end of one; within a changed line the column is a guess. */
function offsetBefore(body: string, placeholders: Placeholders, offset: number): number {
  let before = 0;
  let after = 0;
  for (const line of body.split('\n')) {
    const length = applyPlaceholders(line, placeholders).length;
    if (offset <= after + length) return before + Math.min(offset - after, line.length);
    before += line.length + 1;
    after += length + 1;
  }
  return body.length;
}
