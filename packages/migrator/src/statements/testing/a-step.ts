import { hashRevision } from '@godwit/history';
import type { Step } from '../../plan/step.ts';

interface StepText {
  readonly number: number;
  readonly body: string;
  readonly transactional?: boolean;
  readonly direction?: 'up' | 'down';
}

/** A step of a made-up file, `000001-step.sql`, whose body begins on line 5; after another of the same kind unless it is the first. */
export function aStep({ number, body, transactional = true, direction = 'up' }: StepText): Step {
  const digits = String(number).padStart(6, '0');
  const hashOf = (at: number) => (at === 0 ? null : hashRevision(`step ${at}\n`, null));
  const [hash, previousHash] = [hashOf(number) ?? '', hashOf(number - 1)];
  return {
    number,
    hash,
    previousHash,
    direction,
    name: `${digits}-step`,
    ledgerName: `${digits}.sql`,
    message: null,
    revert: null,
    body,
    transactional,
    source: { kind: 'file', path: `migrations/committed/${digits}-step.sql`, bodyLine: 5 },
    expectedHead: direction === 'up' ? previousHash : hash,
  };
}
