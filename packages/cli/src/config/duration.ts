const FACTORS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000, m: 60_000, h: 3_600_000 };

/**
 * Milliseconds of `250ms`, `1s`, `1.5 min`, `2h`; a bare number is seconds. Null when the text is none of these.
 */
export function parseDuration(text: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|min|m|h)?\s*$/.exec(text);
  if (!match) return null;
  const factor = FACTORS[match[2] ?? 's'];
  return factor === undefined ? null : Math.round(Number(match[1]) * factor);
}
