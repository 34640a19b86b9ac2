import { readServerError } from '@godwit/postgres';
import { refusedRow } from './dead-row.ts';

/**
 * What an error in a batch means for it.
 *
 * - `again`: somebody was in the way (serialization failure, deadlock, lock timeout, cancelled or timed out statement): the same, smaller
 * - `data`: a row of it cannot be done (classes 22, 23; raised by a function; refused by `map`): it is looked for by halves
 * - `gone`: the connection broke: another one goes on, since nothing of the batch stayed
 * - `stop`: anything else: a person has to look
 */
export type Verdict = 'again' | 'data' | 'gone' | 'stop';

const IN_THE_WAY = new Set(['40001', '40P01', '55P03', '57014']);

/** The server is going away, starting or full: 57P01–57P05, 53300, and class 08. */
const GONE = /^(?:57P0[1-5]|53300|08)/;

export function judgeError(error: unknown): Verdict {
  const server = readServerError(error);
  if (server === null) return refusedRow(error) !== null ? 'data' : isSocketError(error) ? 'gone' : 'stop';
  const { sqlState } = server;
  if (IN_THE_WAY.has(sqlState)) return 'again';
  if (/^2[23]/.test(sqlState) || sqlState === 'P0001') return 'data';
  // Idle in a transaction for too long: the server has ended the session, and the batch with it.
  return GONE.test(sqlState) || sqlState === '25P03' ? 'gone' : 'stop';
}

/** pg's own words for a connection that broke, or the system's. */
function isSocketError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && /^(?:E[A-Z]+|GW1\d\d)$/.test(error.code)) return true;
  return /^(?:Connection terminated|Client has encountered a connection error|Client was closed)/.test(error.message);
}
