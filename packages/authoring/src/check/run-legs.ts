import { CatalogFollower, PreparedReader } from '@godwit/catalog';
import type { Revision } from '@godwit/history';
import { execute, type Step, StepFailed, stepDown, stepUp } from '@godwit/migrator';
import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { HistoryShadow } from '../shadow/history-shadow.ts';

/** How far a line of revisions came, up, down and up again each. */
export interface LegsRun {
  /** How many held. */
  readonly held: number;
  /** True when the next one may not: `prove` will say, or find that all is well (a column that comes back last). */
  readonly doubt: boolean;
}

export interface RunLegsOptions {
  readonly shadow: HistoryShadow;
  /** In their order; the database stands before the first. */
  readonly revisions: readonly Revision[];
  readonly onHeld: (revision: Revision) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes revisions up, down and up again and compares fingerprints: the server's word for what the database looks like. Three times as fast as `prove`,
 * which compares catalogs; whatever looks odd is left to that.
 */
export async function runLegs({ shadow, revisions, onHeld, signal }: RunLegsOptions): Promise<LegsRun> {
  const { client, connect, execution } = shadow;
  const reader = new PreparedReader(client);
  const follower = new CatalogFollower(reader);
  const look = async (): Promise<View> => ({ fingerprint: await follower.look(), unsound: await readUnsound(reader) });
  const legs = revisions.flatMap(legsOf).values();
  let before = await look();
  let after = before;
  let held = 0;
  const arrive = async (leg: Leg): Promise<void> => {
    if (TOUCHES_PREPARED.test(leg.step.body)) reader.forget();
    const now = await look();
    const isAsBefore = leg.kind === 'up' || same(now, leg.kind === 'down' ? before : after);
    if (!isAsBefore || (leg.kind === 'up' && now.unsound !== before.unsound)) throw new Doubt();
    if (leg.kind === 'up') after = now;
    if (!leg.last) return;
    before = now;
    held += 1;
    onHeld(leg.revision);
  };
  // The first look prepared what the beginning of an execution takes away.
  reader.forget();
  try {
    await execute({
      plan: { direction: 'up', from: null, to: null, steps: revisions.flatMap(legsOf).map(({ step }) => step), ...NOTHING },
      client,
      connect,
      settings: { ...execution, advisoryLock: false, verbose: false },
      ...(signal === undefined ? {} : { signal }),
      afterBody: async () => {
        const { value: leg } = legs.next();
        if (leg !== undefined) await arrive(leg);
      },
    });
    return { held, doubt: false };
  } catch (error) {
    if (error instanceof Doubt || error instanceof StepFailed) return { held, doubt: true };
    throw error;
  }
}

interface Leg {
  readonly kind: 'up' | 'down' | 'up again';
  readonly revision: Revision;
  readonly step: Step;
  readonly last: boolean;
}

interface View {
  readonly fingerprint: string;
  readonly unsound: string;
}

/** Something is not as it was: thrown inside a step's transaction, to end the run there. */
class Doubt extends Error {}

const NOTHING = { refreshes: [], unfinished: null, databaseAhead: 0 } as const;

/** A body that says one of these may have taken our prepared statements away. */
const TOUCHES_PREPARED = /\b(?:deallocate|discard|prepare)\b/i;

function legsOf(revision: Revision): readonly Leg[] {
  const up = { revision, step: stepUp(revision) };
  const { revert } = revision;
  if (revert?.kind !== 'sql') return [{ ...up, kind: 'up', last: true }];
  return [
    { ...up, kind: 'up', last: false },
    { revision, step: stepDown(revision, revert), kind: 'down', last: false },
    { ...up, kind: 'up again', last: true },
  ];
}

function same(one: View, other: View): boolean {
  return one.fingerprint === other.fingerprint && one.unsound === other.unsound;
}

async function readUnsound(reader: PreparedReader): Promise<string> {
  const { rows } = await reader.query(readSql(import.meta.url, './sql/unsound.sql'));
  return v
    .parse(v.array(v.object({ line: v.string() })), rows)
    .map(({ line }) => line)
    .join('\n');
}
