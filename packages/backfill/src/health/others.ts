import type { SignalReading } from './signal.ts';

/** How long a small commit took. */
export interface CommitTime {
  /** Milliseconds of any clock that only goes forward. */
  readonly at: number;
  readonly ms: number;
  /** Whether a batch was under way meanwhile. */
  readonly beside: boolean;
  /** Whether somebody else was at something when it began. */
  readonly others: boolean;
}

/** What has been learnt of those who work on the server besides the run. */
export interface Others {
  readonly times: readonly CommitTime[];
  /** The share of its time that a worker may work. */
  readonly share: number;
}

interface Options {
  readonly now: number;
  /** How much longer they may wait for their commits on our account, on average; percent. */
  readonly most: number;
}

/** What was seen longer ago says nothing of now. */
const KEPT_MS = 30_000;

/** So long must one look back to say how often there is a batch. */
const LATELY_MS = 6_000;

/** A mean of fewer says nothing, and of more it is late. */
const ENOUGH = 5;
const MOST_BESIDE = 20;

/** Who is at work for more of the time waits in full; who asks something now and then would have a run wait for hours to save milliseconds. */
const BUSY_SHARE = 0.25;

/** Until something is known: on a server with room it is ten times as much some seconds later. And the least, so that a run ends at all. */
const FIRST_SHARE = 0.1;
const LEAST_SHARE = 0.02;

/** How much the share changes at most from one look to the next. */
const STEP = 1.6;

const UNIT = { name: 'wait of others', unit: '%' } as const;

export const NO_OTHERS: Others = { times: [], share: FIRST_SHARE };

/**
 * How much others wait on our account: a commit beside a batch takes longer than one without, for the share of time in which there is a batch.
 * It weighs less where there is seldom somebody to wait. The share that a worker may work follows from what they may wait. While nobody knows
 * how long a commit takes without us, nobody begins a batch.
 */
export function judgeOthers(
  others: Others,
  times: readonly CommitTime[],
  { now, most }: Options,
): { readonly others: Others; readonly reading: SignalReading } {
  const kept = [...others.times, ...times].filter(({ at }) => now - at < KEPT_MS);
  const beside = kept.filter((time) => time.beside).slice(-MOST_BESIDE);
  const alone = kept.filter((time) => !time.beside);
  const limits = { ...UNIT, slow: most, stop: most };
  if (alone.length < ENOUGH) {
    const problem = 'looking how fast they are without the run';
    return { others: { ...others, times: kept }, reading: { ...limits, value: null, level: 1, problem } };
  }
  if (beside.length < ENOUGH) {
    const share = Math.max(others.share, Math.min(FIRST_SHARE, others.share * STEP));
    return {
      others: { times: kept, share },
      reading: { ...limits, value: null, level: 1 - share, problem: 'not seen beside the run yet' },
    };
  }
  const longer = Math.max(0, mean(beside) / mean(alone) - 1);
  const lately = kept.filter(({ at }) => now - at < LATELY_MS);
  const busy = Math.max(1, lately.filter((time) => time.beside).length) / Math.max(1, lately.length);
  const waits = longer * weightOfOthers(kept);
  const wanted = waits === 0 ? 1 : Math.min(1, most / 100 / waits);
  // The root, since what was seen is of some seconds ago: the whole way would lead too far.
  const change = Math.min(STEP, Math.max(1 / STEP, Math.sqrt(wanted / busy)));
  const share = Math.min(1, Math.max(LEAST_SHARE, others.share * change));
  return { others: { times: kept, share }, reading: { ...limits, value: 100 * waits * busy, level: 1 - share, problem: null } };
}

/** From nothing to one. As if they had been there once more: nobody seen so far is not nobody. */
function weightOfOthers(times: readonly CommitTime[]): number {
  const share = (1 + times.filter(({ others }) => others).length) / (1 + times.length);
  return Math.min(1, share / BUSY_SHARE);
}

function mean(times: readonly CommitTime[]): number {
  return times.reduce((sum, { ms }) => sum + ms, 0) / times.length;
}
