/** What one contender measured, in the order of the rounds. */
export interface Series {
  readonly name: string;
  readonly samples: readonly number[];
}

/** Middle and extremes; a mean would let one disturbed round speak for all. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError when there is nothing to summarise */
export function summarize(samples: readonly number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  const [min] = sorted;
  const max = sorted.at(-1);
  if (low === undefined || high === undefined || min === undefined || max === undefined) throw new RangeError('no samples');
  return { median: (low + high) / 2, min, max };
}

/**
 * Subject by other, round by round. The two of a round ran one right after the other, so what disturbed the machine
 * disturbed both, and the ratio holds where the times do not.
 *
 * @throws RangeError when the two did not run the same number of rounds
 */
export function ratios(subject: Series, other: Series): readonly number[] {
  if (subject.samples.length !== other.samples.length)
    throw new RangeError(`${subject.name} and ${other.name} ran different numbers of rounds`);
  return subject.samples.map((sample, round) => sample / (other.samples[round] ?? Number.NaN));
}
