import { BrokenChain, ForkedHistory, type History, headOf } from '@godwit/history';

/**
 * Two heads, as the error that `upgrade head` would stop with; null where there is one head or none. Also null where a file is missing: the
 * one before it looks like a head then, and is none.
 */
export function forkOf(history: History): ForkedHistory | null {
  try {
    headOf(history);
    return null;
  } catch (error) {
    if (!(error instanceof ForkedHistory)) throw error;
    return history.problems.some((problem) => problem instanceof BrokenChain) ? null : error;
  }
}
