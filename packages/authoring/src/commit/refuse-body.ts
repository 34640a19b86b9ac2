import type { CodeFrame } from '@godwit/diagnostics';
import type { Placeholders } from '@godwit/history';
import { explain, type Step } from '@godwit/migrator';
import type { Current } from '../current/current.ts';
import { CurrentRefused } from '../current/errors.ts';
import { frameInCurrent } from '../current/frame-in-current.ts';
import { PlaceholderInText } from './errors.ts';
import { findMisplacedPlaceholder } from './find-placeholders.ts';

/**
 * Stops what `upgrade` would refuse to run, and what a placeholder would change without a word.
 *
 * @throws CurrentRefused, PlaceholderInText, with the place in the author's file
 */
export async function refuseBody(current: Current, placeholders: Placeholders): Promise<void> {
  const misplaced = await findMisplacedPlaceholder(current.body, Object.keys(placeholders));
  if (misplaced !== null) throw new PlaceholderInText({ ...misplaced, frame: frameInCurrent(current, misplaced.offset) });
  const [explained] = await explain({ steps: [stepOf(current)] }, { placeholders });
  const problem = explained?.problem;
  if (!problem) return;
  const { message, help } = problem.finding;
  throw new CurrentRefused({ message, help, frame: frameInCurrent(current, offsetOf(problem.frame)) });
}

/** Where a frame points to in its text. */
export function offsetOf({ text, line, column }: CodeFrame): number {
  const above = text.split('\n').slice(0, line - 1);
  return above.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

function stepOf({ body, transactional, location }: Current): Step {
  return {
    hash: '',
    number: 0,
    name: location.path,
    ledgerName: location.path,
    message: null,
    revert: null,
    direction: 'up',
    previousHash: null,
    body,
    transactional,
    source: { kind: 'file', path: location.path, bodyLine: 1 },
    expectedHead: null,
  };
}
