import type { GodwitError } from '@godwit/diagnostics';
import type { Check } from '../checks/check.ts';

/** What was to be found, and what was; null is null. */
export interface Comparison {
  /** The other columns of the row; empty when there are none. */
  readonly label: string;
  readonly expected: string | null;
  readonly found: string | null;
}

/**
 * Why a check was not made.
 *
 * - `writes` it changes something, on a live database
 * - `needs rows` a table that it wants rows in has none
 * - `locked` somebody held a lock for longer than the run was to wait
 * - `deadlock` the server ended it in favour of somebody else
 * - `uncommitted` it uses a value of an enum that its revision has just added
 */
export type LeftOutReason = 'writes' | 'needs rows' | 'locked' | 'deadlock' | 'uncommitted';

export type CheckOutcome =
  | { readonly state: 'passed' }
  | { readonly state: 'failed'; readonly differences: readonly Comparison[] }
  /** `because` is half a sentence: `needs rows in shelf.books`. */
  | { readonly state: 'left out'; readonly reason: LeftOutReason; readonly because: string }
  /** It could not be made: the server refused one of its statements, or it compares nothing. */
  | { readonly state: 'error'; readonly error: GodwitError };

export interface CheckResult {
  readonly check: Check;
  readonly outcome: CheckOutcome;
  readonly ms: number;
}
