import { ledgerWrites } from '../ledger/ledger-writes.ts';
import type { Step } from '../plan/step.ts';
import { ledgerWords } from './prepared-statements.ts';
import type { Run } from './run.ts';

/** What a finished step writes into the ledger. @param durationMs null in a transaction, where the server knows */
export function stepWrites(run: Run, step: Step, how: { readonly attempts: number; readonly durationMs: number | null }): string {
  const { attempts, durationMs } = how;
  const detail = { attempts, ...(step.source.kind === 'ledger' ? { source: 'ledger' } : {}) };
  const { direction, previousHash, insertion } = step;
  const { actor } = run.settings;
  return ledgerWrites(
    { direction, record: step, previousHash, actor, durationMs, detail, above: insertion?.changes ?? [] },
    ledgerWords(run),
  );
}
