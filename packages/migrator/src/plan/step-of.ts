import type { Revision, SqlRevert } from '@godwit/history';
import { recordOf } from './record.ts';
import type { Step } from './step.ts';

/** The step that applies a revision on top of the one before it. */
export function stepUp(revision: Revision): Step {
  const { previousHash, body, transactional, path, bodyLine } = revision;
  return {
    ...recordOf(revision),
    direction: 'up',
    previousHash,
    body,
    transactional,
    source: { kind: 'file', path, bodyLine },
    expectedHead: previousHash,
  };
}

/** The step that takes it back by its revert on disk. */
export function stepDown(revision: Revision, { body, transactional, path, bodyLine }: SqlRevert): Step {
  const { hash, previousHash } = revision;
  return {
    ...recordOf(revision),
    direction: 'down',
    previousHash,
    body,
    transactional,
    source: { kind: 'file', path, bodyLine },
    expectedHead: hash,
  };
}
