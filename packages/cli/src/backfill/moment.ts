import * as v from 'valibot';
import { UsageError } from '../usage-error.ts';

const DAY_MS = 86_400_000;

/** An option that takes a moment to come: `03:00`, which is the next one, or a date with a time. Both are local unless they say otherwise. */
export function momentOption(flag: string, now: Date) {
  return v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => {
        const moment = parseMoment(text, now);
        if (moment !== null && moment > now) return moment;
        throw new UsageError({
          message: moment === null ? `${flag} does not understand '${text}'` : `${flag} ${text} is over`,
          help: `a time or a date with a time: ${flag} 03:00, ${flag} ${new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10)}T03:00`,
        });
      }),
    ),
  );
}

/** Null when a text is neither. */
export function parseMoment(text: string, now: Date): Date | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours !== undefined) {
    const today = new Date(now);
    today.setHours(Number(hours), Number(minutes), 0, 0);
    if (today <= now) today.setDate(today.getDate() + 1);
    return today;
  }
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return null;
  const moment = new Date(text.replace(' ', 'T'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}
