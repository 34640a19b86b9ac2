import { readSql } from '@godwit/postgres';
import { ledgerWrites } from '../ledger/ledger-writes.ts';
import { beginStep, rollBack } from './begin-step.ts';
import type { CompiledStep } from './compiled-step.ts';
import type { Run } from './run.ts';

/** How a step ended: done by us, or not begun because the ledger stands elsewhere. */
export type StepEnding = { readonly kind: 'done'; readonly attempts: number } | { readonly kind: 'moved' };

/** Runs one step in a transaction: begin and check, body, ledger and commit. Three round trips. */
export async function runTransactionalStep(run: Run, compiled: CompiledStep): Promise<StepEnding> {
  const { step, sql } = compiled;
  const { client } = run.session;
  for (let attempt = 1; ; attempt++) {
    const beginning = await beginStep(run, step);
    if (beginning === 'busy' || beginning === 'unfinished') continue;
    if (beginning === 'moved') return { kind: 'moved' };
    try {
      await client.query(sql);
      await client.query(closingSql(run, compiled, attempt));
      return { kind: 'done', attempts: attempt };
    } catch (error) {
      await rollBack(run);
      throw error;
    }
  }
}

function closingSql(run: Run, { step }: CompiledStep, attempts: number): string {
  const { direction, previousHash } = step;
  const detail = { attempts, ...(step.source.kind === 'ledger' ? { source: 'ledger' } : {}) };
  const writes = ledgerWrites({ direction, record: step, previousHash, actor: run.settings.actor, durationMs: null, detail });
  return [readSql(import.meta.url, './sql/close-step.sql'), writes, 'commit'].join(';\n');
}
