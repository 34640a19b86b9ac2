import type { WatchEvent } from '@godwit/authoring';
import { errorAsData } from '../output/render-error.ts';

/** One event of a watch as a line of JSON. */
export function watchEventAsData(event: WatchEvent): object {
  switch (event.kind) {
    case 'applied':
      return { event: 'applied', ms: rounded(event.ms), touched: event.touched, disposed: event.disposed, foreign: event.isForeign };
    case 'takenBack':
      return { event: 'takenBack', ms: rounded(event.ms), forgotten: event.forgotten };
    case 'failed':
      return { event: 'failed', ms: rounded(event.ms), ...errorAsData(event.error) };
    case 'findings':
      return {
        event: 'findings',
        findings: event.findings.map(({ rule, severity, message, frame: { file, line, column } }) => ({
          rule,
          severity,
          message,
          file,
          line,
          column,
        })),
      };
    case 'queries':
      return { event: 'queries', broken: event.broken.map(({ file, line, name, reason }) => ({ file, line, name, reason })) };
    default: {
      const { kind, ...rest } = event;
      return { event: kind, ...rest };
    }
  }
}

/** Tenths of a millisecond. */
function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
