import type { ServeEvent } from '@godwit/backfill';
import { errorAsData } from '../output/render-error.ts';
import { progressAsData } from './follow-run.ts';

/** One event of a process that serves, as a line of JSON. */
export function serveEventAsData(event: ServeEvent, invocation: string): object {
  switch (event.kind) {
    case 'serving': {
      const { backfills, verifyAt, unscheduled } = event;
      const schedules = backfills.map(({ name, definition: { schedule } }) => ({ backfill: name, schedule }));
      return { event: 'serving', backfills: schedules, verifyAt, unscheduled };
    }
    case 'ended':
      return { event: event.progress.state, ...progressAsData(event.progress) };
    case 'verified':
      return { event: 'verified', backfill: event.backfill, ...event.verification };
    case 'refused':
    case 'lost':
    case 'trouble':
    case 'failed': {
      const { kind, error, ...rest } = event;
      return { event: kind, ...rest, ...errorAsData(error, invocation) };
    }
    default: {
      const { kind, ...rest } = event;
      return { event: kind, ...rest };
    }
  }
}
