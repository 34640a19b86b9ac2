import type { Loss } from './loss.ts';

/** A loss whose statement is known to whoever asked. */
export type PartialLoss = Omit<Loss, 'step' | 'statement'>;

/** What one action comes to. */
export interface Assessed {
  readonly losses: readonly PartialLoss[];
  /** Why it could not be looked at; null when it was. */
  readonly unseen: string | null;
}

export const NOTHING: Assessed = { losses: [], unseen: null };
