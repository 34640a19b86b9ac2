const UNITS = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1_000 },
] as const;

/** `2 d ago`, `just now`. */
export function ago(then: Date, now: Date): string {
  const elapsed = now.getTime() - then.getTime();
  const unit = UNITS.find(({ ms }) => elapsed >= ms);
  if (!unit || elapsed < 10_000) return 'just now';
  return `${Math.floor(elapsed / unit.ms)} ${unit.name} ago`;
}

/** `0.4 s`, `12 ms`, `3 min 20 s`. */
export function duration(ms: number): string {
  if (ms < 100) return `${Math.max(1, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  const seconds = Math.round((ms % 60_000) / 1000);
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}

/** `2026-11-21 18:04:05` in UTC, for lists where the exact time matters. */
export function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}
