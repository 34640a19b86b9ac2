import * as v from 'valibot';
import type { Asker } from './ask.ts';
import type { Loss } from './loss.ts';

const countRow = v.object({ count: v.number() });

export type Counted = Pick<Loss, 'count' | 'exact' | 'reason'>;

/**
 * Counts what a query selects, exactly if that is quick enough.
 *
 * @param from all that follows `select count(*)`
 * @param estimate what to say when it is not; below 0 is "unknown"
 * @returns null when there is none
 */
export async function count(asker: Asker, from: string, estimate: number, prefix = ''): Promise<Counted | null> {
  const answer = await asker.table(`${prefix} select count(*)::float8 as count ${from}`);
  if (answer.kind === 'rows') {
    const exact = v.parse(countRow, answer.rows[0]).count;
    return exact === 0 ? null : { count: exact, exact: true, reason: null };
  }
  if (answer.kind === 'failed') return { count: null, exact: false, reason: `could not be counted: ${answer.message}` };
  return estimate > 0
    ? { count: Math.round(estimate), exact: false, reason: 'estimated: counting took too long' }
    : { count: null, exact: false, reason: 'not counted: it took too long' };
}
