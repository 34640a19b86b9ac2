import type { Measurement, Unit } from './measurement.ts';
import type { Target } from './target.ts';

/** One of those that run side by side. */
export interface Contender {
  /** As the table shows it: the command line, in at most 24 characters. */
  readonly name: string;
  /** Runs once and gives one sample; what has to be made ready or put away is done here too, outside the time that counts. */
  readonly sample: () => Promise<number>;
}

export interface CompareOptions {
  readonly about: string;
  readonly unit: Unit;
  readonly subject: Contender;
  readonly others: readonly (Contender & { readonly target?: Target })[];
  readonly rounds: number;
  /** Rounds before those that count, for caches of the disk and of the tools. */
  readonly warmups: number;
  /** Called before each sample. */
  readonly onProgress: (text: string) => void;
}

/**
 * Runs subject and others in turns, so that each round sees the same machine. Each round begins one further on, A B C, B C A,
 * C A B: what one leaves to its follower, such as pages that are still to be written, is not always left to the same.
 */
export async function compare(options: CompareOptions): Promise<Measurement> {
  const { about, unit, subject, others, rounds, warmups, onProgress } = options;
  const contenders = [subject, ...others].map(({ name, sample }) => ({ name, sample, samples: [] as number[] }));
  for (let round = -warmups; round < rounds; round++) {
    const first = (round + warmups) % contenders.length;
    for (const { name, sample, samples } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      onProgress(round < 0 ? `warming up: ${name}` : `round ${round + 1} of ${rounds}: ${name}`);
      const value = await sample();
      if (round >= 0) samples.push(value);
    }
  }
  const [ours, ...theirs] = contenders.map(({ name, samples }) => ({ name, samples }));
  if (ours === undefined) throw new TypeError('a comparison without a subject');
  return { about, unit, subject: ours, others: theirs.map((series, index) => ({ series, target: others[index]?.target ?? null })) };
}
