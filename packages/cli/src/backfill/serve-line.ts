import type { Progress, ServeEvent } from '@godwit/backfill';
import { count } from '../output/columns.ts';
import { duration } from '../output/time.ts';
import { amount } from './amount.ts';
import { nextAfterPause } from './progress-line.ts';

/** What an event is to a person: the last two want somebody's attention. */
export type Weight = 'good' | 'going' | 'quiet' | 'look' | 'wrong';

export interface ServeLine {
  readonly weight: Weight;
  readonly text: string;
  /** The command that comes next, without the program. */
  readonly next?: string;
  /** Told below the line. */
  readonly error?: unknown;
}

type Told<Kind extends ServeEvent['kind']> = Extract<ServeEvent, { readonly kind: Kind }>;

export const VERIFICATION = 'verification';

const BECAUSE = { queued: 'queued', schedule: 'by its schedule', verification: 'to mend what verification has found' };

/** An event in words. `next` begins with the invocation that is given. */
export function serveLine(event: Exclude<ServeEvent, { readonly kind: 'serving' | 'dead' }>, now: Date, invocation: string): ServeLine {
  const name = 'backfill' in event ? (event.backfill ?? VERIFICATION) : '';
  switch (event.kind) {
    case 'begun':
      return { weight: 'going', text: `${name}  ${event.opened === 'started' ? 'begins' : 'goes on'}, ${BECAUSE[event.because]}` };
    case 'upToDate':
      return { weight: 'good', text: `${name}  is done, and nothing remains` };
    case 'ended':
      return endLine(event.progress, now, invocation);
    case 'leftPaused':
      return { weight: 'look', text: `${name}  stays paused${because(event.reason)}`, next: `${invocation} resume ${name}` };
    case 'wentBack':
      return { weight: 'quiet', text: `${name}  goes back to the queue` };
    case 'verified':
      return verifiedLine(event);
    case 'refused':
      return { weight: 'wrong', text: `${name}  is not tried again`, error: event.error };
    case 'failed': {
      const fate = event.isLast ? 'failed for the last time' : 'failed, and is tried again later';
      return { weight: event.isLast ? 'wrong' : 'look', text: `${name}  ${fate}`, error: event.error };
    }
    case 'gaveUp': {
      const text = `${name}  is given up after ${count(event.tries, 'try', 'tries')}: ${event.reason}`;
      return event.backfill === null ? { weight: 'wrong', text } : { weight: 'wrong', text, next: `${invocation} queue ${name}` };
    }
    case 'lost':
      return { weight: 'look', text: 'the server does not answer; it is asked again', error: event.error };
    case 'back':
      return { weight: 'good', text: 'the server answers again' };
    case 'trouble':
      return { weight: 'look', text: `pg-boss: ${event.error.message}` };
  }
}

function endLine(progress: Progress, now: Date, invocation: string): ServeLine {
  const { name, state, reason, rowsSeen, startedAt, endedAt } = progress;
  const ms = (endedAt ?? now).getTime() - startedAt.getTime();
  if (state === 'done') return { weight: 'good', text: `${name}  done  ${amount(rowsSeen)} rows  ${duration(ms)}` };
  const text = `${name}  ${state}${because(reason)}`;
  return state === 'paused' ? { weight: 'look', text, next: nextAfterPause(progress, invocation) } : { weight: 'look', text };
}

function verifiedLine({ backfill, verification: { rows, wrongRows, remaining, wrong } }: Told<'verified'>): ServeLine {
  if (wrongRows + remaining.length === 0) return { weight: 'good', text: `${backfill}  verified  ${amount(rows)} rows` };
  const found = [
    ...(wrongRows === 0 ? [] : [count(wrongRows, 'row is wrong', 'rows are wrong')]),
    ...(remaining.length === 0 ? [] : [count(remaining.length, 'key remains', 'keys remain')]),
  ];
  const key = wrong[0]?.key ?? remaining[0] ?? [];
  return { weight: 'wrong', text: `${backfill}  ${found.join(', ')}, first ${key.join(', ')}; a run that mends it is queued` };
}

function because(reason: string | null): string {
  return reason === null ? '' : `: ${reason}`;
}
