import { CatalogFollower } from '@godwit/catalog';
import type { Revision, RevisionHash } from '@godwit/history';
import { execute, StepFailed, stepDown, stepUp } from '@godwit/migrator';
import type { HistoryShadow } from '../shadow/history-shadow.ts';

export interface HeldOverSeedsOptions {
  /** At the end of the path, with the rows of the seeds in it. It is empty afterwards. */
  readonly shadow: HistoryShadow;
  /** From base to head. */
  readonly path: readonly Revision[];
  readonly onTried?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes every revision down, up and down again, from head to base, over what is left of the rows of the seeds. Rows are made for head, so this is
 * as near as an old revision comes to a proof over rows; where its way up does not bear them (they came after it), only the way back was tried.
 *
 * @returns those that hold: the schema after down is the same both times, and after up what it was
 */
export async function heldOverSeeds(options: HeldOverSeedsOptions): Promise<ReadonlySet<RevisionHash>> {
  const { path, onTried } = options;
  const held = new Set<RevisionHash>();
  const follower = new CatalogFollower(options.shadow.client);
  for (const revision of path.toReversed()) {
    const ending = await tryRevision(options, follower, revision);
    if (ending === 'stuck') break;
    if (ending === 'held') held.add(revision.hash);
    onTried?.();
  }
  return held;
}

/** `stuck`: the rows keep it from being taken back, so nothing before it can be reached. */
async function tryRevision(
  { shadow, signal }: HeldOverSeedsOptions,
  follower: CatalogFollower,
  revision: Revision,
): Promise<'held' | 'not held' | 'stuck'> {
  const { client, connect, execution } = shadow;
  const { revert } = revision;
  if (revert?.kind !== 'sql') return 'stuck';
  const [up, down] = [stepUp(revision), stepDown(revision, revert)];
  const looks = [await follower.look()];
  try {
    await execute({
      plan: { direction: 'down', from: null, to: null, steps: [down, up, down], refreshes: [], unfinished: null, databaseAhead: 0 },
      client,
      connect,
      settings: { ...execution, advisoryLock: false, verbose: false },
      ...(signal === undefined ? {} : { signal }),
      afterBody: async () => {
        looks.push(await follower.look());
      },
    });
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    // It was the way up that failed when only one look came after the first.
    return looks.length === 2 ? 'not held' : 'stuck';
  }
  const [start, once, again, twice] = looks;
  return start === again && once === twice ? 'held' : 'not held';
}
