import * as v from 'valibot';

/** When a backfill is run by itself, under `godwit backfill serve`. */
export interface Schedule {
  /** Minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** The time zone of these, by its IANA name. */
  readonly timezone: string;
}

const CRON_FIELDS = 5;

/** Whether a text has the five fields of cron; what they hold is judged by pg-boss. */
export function looksLikeCron(text: string): boolean {
  return text.trim().split(/\s+/).length === CRON_FIELDS;
}

const cron = v.pipe(v.string(), v.check(looksLikeCron, 'expected the five fields of cron, such as 0 3 * * *'));

const timezone = v.pipe(v.string(), v.check(isTimezone, 'expected a time zone such as Europe/Berlin'));

/** As a definition says it: cron text in UTC, or with a time zone. */
export const ScheduleSchema = v.pipe(
  v.union([cron, v.strictObject({ cron, timezone })], "expected cron text such as '0 3 * * *', or an object with cron and timezone"),
  v.transform((given): Schedule => (typeof given === 'string' ? { cron: given, timezone: 'UTC' } : given)),
);

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
