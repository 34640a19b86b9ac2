/** Length of a day in minutes. */
export const DAY = 24 * 60;

/** The instant `minutes` after midnight UTC of `day` (`2025-01-31`), as ISO 8601. */
export function instant(day: string, minutes = 0): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString();
}

/** The calendar day `days` after `day`, as `2025-01-31`. */
export function dayAfter(day: string, days: number): string {
  return instant(day, days * DAY).slice(0, 10);
}
