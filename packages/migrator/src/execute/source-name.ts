import type { Step } from '../plan/step.ts';

/** What an error calls the place of a body: its file, or the ledger's copy of one. */
export function sourceName(step: Step): string {
  return step.source.kind === 'file' ? step.source.path : `${step.name} (revert stored in the database)`;
}
