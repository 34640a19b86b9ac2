import { ForkedHistory, type History, headOf } from '@godwit/history';

/** Two heads, as the error that `upgrade head` would stop with; null where there is one head or none. */
export function forkOf(history: History): ForkedHistory | null {
  try {
    headOf(history);
    return null;
  } catch (error) {
    if (error instanceof ForkedHistory) return error;
    throw error;
  }
}
