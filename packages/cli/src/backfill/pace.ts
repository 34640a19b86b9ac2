import type { Progress } from '@godwit/backfill';

/** Looks at a run, one a second, of which the last count. */
const KEPT = 30;

/** Fewer looks than this say nothing about the rest. */
const FEWEST = 4;

interface Look {
  readonly at: number;
  readonly rows: number;
}

/** How fast a run goes, from looks at it. */
export interface Pace {
  /** Rows a second over the looks that are kept; null before there are two. */
  readonly rate: number | null;
  /** Milliseconds that the rest takes at the fastest and at the slowest pace of late; null when nothing can be said. */
  readonly left: { readonly least: number; readonly most: number } | null;
}

export interface PaceKeeper {
  /** @param now milliseconds of a clock that only goes forward */
  readonly look: (progress: Progress, now: number) => Pace;
}

/** Remembers how far a run was; the time left is a range, since a single figure would be a promise. */
export function keepPace(): PaceKeeper {
  const looks: Look[] = [];
  return {
    look: ({ rowsSeen, estimatedRows }, now) => {
      looks.push({ at: now, rows: rowsSeen });
      if (looks.length > KEPT) looks.shift();
      const [first] = looks;
      if (first === undefined || now <= first.at) return { rate: null, left: null };
      const rate = ((rowsSeen - first.rows) * 1000) / (now - first.at);
      const rates = looks.slice(1).flatMap(({ at, rows }, index) => {
        const before = looks[index];
        return before === undefined || at <= before.at || rows === before.rows ? [] : [((rows - before.rows) * 1000) / (at - before.at)];
      });
      if (rates.length < FEWEST || estimatedRows <= rowsSeen) return { rate, left: null };
      const sorted = rates.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? rate;
      const rest = estimatedRows - rowsSeen;
      return { rate, left: { least: (rest / at(0.8)) * 1000, most: (rest / at(0.2)) * 1000 } };
    },
  };
}

/** `9–12 min left`, `about 40 s left`. */
export function leftInWords({ left }: Pace): string {
  if (left === null) return '';
  const unit =
    left.most >= 5_400_000 ? { ms: 3_600_000, name: 'h' } : left.most >= 90_000 ? { ms: 60_000, name: 'min' } : { ms: 1_000, name: 's' };
  const [least, most] = [Math.max(1, Math.round(left.least / unit.ms)), Math.max(1, Math.round(left.most / unit.ms))];
  return least === most ? `about ${most} ${unit.name} left` : `${least}–${most} ${unit.name} left`;
}
