/** How fast a batch may grow from one to the next. */
const GROWTH = 2;

/** A batch that takes so many times too long is cut at once. */
const TOO_SLOW = 3;

/** Smaller changes are noise. */
const DEAD_BAND = 0.1;

/** How much of what was seen before counts. */
const MEMORY = 0.75;

/** What the sizes so far have taught; a value, so that each change is a new one. */
export interface BatchSize {
  /** Rows of the next batch, at least 1. */
  readonly rows: number;
  /** Rows and milliseconds of late, faded: their quotient is the estimated rate. */
  readonly seen: number;
  readonly ms: number;
}

interface Bounds {
  readonly targetMs: number;
  readonly maxRows: number;
}

export function firstSize(rows: number): BatchSize {
  return { rows, seen: 0, ms: 0 };
}

/**
 * After a batch that went well: as many rows as take the target's time at the estimated rate, at most twice as many as now. After one that
 * took three times too long, what would have fitted, and what was known of the rate is forgotten: the machine has changed.
 */
export function afterBatch(
  size: BatchSize,
  batch: { readonly rows: number; readonly ms: number },
  { targetMs, maxRows }: Bounds,
): BatchSize {
  const { rows, ms } = batch;
  if (rows === 0) return size;
  if (ms > TOO_SLOW * targetMs) return { rows: bounded((rows * targetMs) / ms, maxRows), seen: 0, ms: 0 };
  const seen = size.seen * MEMORY + rows;
  const spent = size.ms * MEMORY + Math.max(ms, 0.01);
  const wanted = Math.min((seen / spent) * targetMs, size.rows * GROWTH);
  const steady = Math.abs(wanted / size.rows - 1) <= DEAD_BAND;
  return { rows: bounded(steady ? size.rows : wanted, maxRows), seen, ms: spent };
}

/** After a lock or statement timeout, a deadlock, a serialization failure. */
export function afterConflict(size: BatchSize): BatchSize {
  return { rows: Math.max(1, Math.floor(size.rows / 2)), seen: 0, ms: 0 };
}

function bounded(rows: number, maxRows: number): number {
  return Math.max(1, Math.min(maxRows, Math.floor(rows)));
}
