import type { Revision } from '@godwit/history';
import { execute, StepFailed, stepDown } from '@godwit/migrator';
import type { HistoryShadow } from '../shadow/history-shadow.ts';

export interface SeededWay {
  /** How many ways back were taken over the rows of the seeds. */
  readonly reverted: number;
  /** The one that the rows do not bear; null when all were taken, or the next has none. */
  readonly failure: StepFailed | null;
}

/**
 * Takes every way back from head to base, or to the first revision that has none, with the rows of the seeds in place: a narrowing that
 * they do not fit is found here.
 */
export async function revertSeeded(
  { client, connect, execution }: HistoryShadow,
  path: readonly Revision[],
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<SeededWay> {
  const first = path.findLastIndex(({ revert }) => revert?.kind !== 'sql') + 1;
  const steps = path
    .slice(first)
    .toReversed()
    .flatMap((revision) => (revision.revert?.kind === 'sql' ? [stepDown(revision, revision.revert)] : []));
  let reverted = 0;
  try {
    await execute({
      plan: { direction: 'down', from: null, to: null, steps, refreshes: [], unfinished: null, databaseAhead: 0 },
      client,
      connect,
      settings: { ...execution, advisoryLock: false, verbose: false },
      ...(signal === undefined ? {} : { signal }),
      observer: ({ kind }) => {
        if (kind === 'stepFinished') reverted += 1;
      },
    });
    return { reverted, failure: null };
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return { reverted, failure: error };
  }
}
