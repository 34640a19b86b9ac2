/** A question of your own to the server, asked once a second: its one value slows the run from `slow` on and holds it from `stop` on. */
export interface CustomSignal {
  readonly name: string;
  /** One row with one number. */
  readonly sql: string;
  readonly slow: number;
  readonly stop: number;
  /** As it is shown: `s`, `MB/s`. */
  readonly unit?: string | undefined;
}

/** One thing that was looked at. */
export interface SignalReading {
  readonly name: string;
  /** Null when it could not be read. */
  readonly value: number | null;
  readonly slow: number;
  readonly stop: number;
  readonly unit: string;
  /** 0: healthy; up to 1: slows; 1: nobody begins a batch. */
  readonly level: number;
  /** Why it could not be read, and the grant that would help. */
  readonly problem: string | null;
}

/** What the prober writes for all workers. */
export interface Health {
  /** The worst level. */
  readonly level: number;
  readonly readings: readonly SignalReading[];
}

/** A signal that nobody can read is not healthy: one that may hold the run halves its speed. */
const UNKNOWN = { hard: 0.5, soft: 0.1 };

/** @param hard whether it may hold the run; others only slow it */
export function judgeSignal(
  signal: { readonly name: string; readonly slow: number; readonly stop: number; readonly unit: string; readonly hard: boolean },
  value: number | null,
  problem: string | null,
): SignalReading {
  const { name, slow, stop, unit, hard } = signal;
  if (value === null) return { name, value, slow, stop, unit, level: problem === null ? 0 : hard ? UNKNOWN.hard : UNKNOWN.soft, problem };
  const raw = stop > slow ? (value - slow) / (stop - slow) : value >= stop ? 1 : 0;
  const most = hard ? 1 : 0.9;
  return { name, value, slow, stop, unit, level: Math.max(0, Math.min(most, raw)), problem };
}

export function healthOf(readings: readonly SignalReading[]): Health {
  return { level: Math.max(0, ...readings.map(({ level }) => level)), readings };
}
