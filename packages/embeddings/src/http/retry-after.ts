/**
 * What `Retry-After` asks for, in milliseconds: a number of seconds, or a date (RFC 9110, section 10.2.3). Undefined when it says nothing
 * that can be understood; 0 for a date that is past.
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // Every form of date begins with the day of the week; Date.parse alone would take `-1` for a year.
  const date = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
