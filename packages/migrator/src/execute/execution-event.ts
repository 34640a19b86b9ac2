import type { Step } from '../plan/step.ts';
import type { Blocker } from './blocker.ts';

/** What an execution tells while it runs, in order. `ms` are milliseconds. */
export type ExecutionEvent =
  /** Before the first step: the revision that is being written, which watch had applied. */
  | { readonly kind: 'takenBack' }
  | { readonly kind: 'stepStarted'; readonly step: Step; readonly index: number; readonly count: number }
  /** With `settings.verbose` only; rows as the server counts them, null when it does not. */
  | { readonly kind: 'statementFinished'; readonly step: Step; readonly sql: string; readonly ms: number; readonly rows: number | null }
  | { readonly kind: 'notice'; readonly step: Step | null; readonly severity: string; readonly message: string }
  /** Said when waiting begins and whenever the holders change. `another step`: one outside a transaction, run by somebody else. */
  | {
      readonly kind: 'waiting';
      readonly for: 'advisory lock' | 'table lock' | 'another step';
      readonly holders: readonly Blocker[];
      readonly ms: number;
    }
  /** A step gave up its locks and begins again. */
  | {
      readonly kind: 'retrying';
      readonly step: Step;
      readonly attempt: number;
      readonly inMs: number;
      readonly blockers: readonly Blocker[];
    }
  /** Of a step outside a transaction: the server's phase, and how much of it is done, in blocks, tuples or lockers; null when it does not say. */
  | {
      readonly kind: 'progress';
      readonly step: Step;
      readonly phase: string;
      readonly done: number | null;
      readonly total: number | null;
      readonly blockers: readonly Blocker[];
    }
  /** A step that another run left unfinished has been settled: cleaned up to be repeated, or found to be done. */
  | { readonly kind: 'repaired'; readonly name: string; readonly outcome: 'repeat' | 'done'; readonly actions: readonly string[] }
  | { readonly kind: 'reconnected' }
  /** Another run did it first. */
  | { readonly kind: 'alreadyApplied'; readonly step: Step }
  | { readonly kind: 'stepFinished'; readonly result: StepResult }
  /** Applied revisions that the step went in beneath have their new names. */
  | { readonly kind: 'renamed'; readonly step: Step; readonly revisions: readonly { readonly from: string; readonly to: string }[] };

export interface StepResult {
  readonly step: Step;
  readonly ms: number;
  /** More than one when locks were in the way. */
  readonly attempts: number;
}

export type Observer = (event: ExecutionEvent) => void;
