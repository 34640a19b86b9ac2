import { type Catalog, extractCatalog, PreparedReader } from '@godwit/catalog';
import type { CodeFrame } from '@godwit/diagnostics';
import type { Revision } from '@godwit/history';
import { type ExecuteSettings, execute, type Plan, type Step, StepFailed, stepDown, stepUp } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import { compareEnds } from './compare-ends.ts';
import { AppliedAgainDiffers, LeavesUnsound, type Leg, ProofStepFailed, WayBackDiffers } from './errors.ts';
import { type ObservedStep, observeStep, type Relations, readRelations } from './observe-step.ts';
import { judgeSoundness } from './soundness.ts';

export interface ProveOptions {
  /** In their order; the database stands before the first. */
  readonly revisions: readonly Revision[];
  /** Of a database that is thrown away, with the seeds in it where there are any. */
  readonly client: Client;
  readonly connect: () => Promise<Client>;
  readonly settings: ExecuteSettings;
  /** Whether the rows are those of the seeds, for the words of an error. */
  readonly seeded: boolean;
  /** Loads rows after the first revision is applied for the first time: seeds that already know of what it adds. */
  readonly seedAfterUp?: (() => Promise<void>) | undefined;
  /** Where an error is shown in place of the revision's file. */
  readonly frameOf?: ((step: Step, frame: CodeFrame) => Promise<CodeFrame>) | undefined;
  readonly onRevision?: ((proved: ProvedRevision) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What was seen of a revision on its way up, down and up again. */
export interface ProvedRevision {
  readonly revision: Revision;
  readonly before: Catalog;
  readonly after: Catalog;
  readonly up: ObservedStep;
  /** Null for a revision without a way back. */
  readonly down: ObservedStep | null;
  /** Columns that its way back can only put last. */
  readonly columnsLast: readonly string[];
  /** What has to follow: a constraint that is NOT VALID. */
  readonly notes: readonly string[];
}

/**
 * Takes each revision up, down and up again, along one build: the catalog before equals the catalog after down, the one after up the one
 * after the second up, and what is left works. A revision without SQL for its way back is only applied.
 *
 * @throws ProofStepFailed, WayBackDiffers, AppliedAgainDiffers, LeavesUnsound at the first that does not hold
 * @throws what `execute` throws for other reasons: a lost connection, Ctrl-C
 */
export async function prove(options: ProveOptions): Promise<readonly ProvedRevision[]> {
  const { client, revisions, seedAfterUp } = options;
  const stages = revisions.flatMap(stagesOf);
  const proving = new Proving(options, await look(client));
  if (seedAfterUp === undefined) {
    await run(options, proving, stages);
  } else {
    await run(options, proving, stages.slice(0, 1));
    await seedAfterUp();
    proving.beginAgain();
    await run(options, proving, stages.slice(1));
  }
  return proving.proved;
}

interface Stage {
  readonly revision: Revision;
  readonly leg: Leg;
  readonly step: Step;
  readonly last: boolean;
}

function stagesOf(revision: Revision): readonly Stage[] {
  const up = { revision, step: stepUp(revision) };
  const { revert } = revision;
  if (revert?.kind !== 'sql') return [{ ...up, leg: 'up', last: true }];
  return [
    { ...up, leg: 'up', last: false },
    { revision, step: stepDown(revision, revert), leg: 'down', last: false },
    { ...up, leg: 'up again', last: true },
  ];
}

async function run(options: ProveOptions, proving: Proving, stages: readonly Stage[]): Promise<void> {
  const { client, connect, settings, signal, seeded, frameOf = async (_, frame) => frame } = options;
  const queue = stages.values();
  let stage: Stage | undefined;
  const plan: Plan = {
    direction: 'up',
    from: null,
    to: null,
    steps: stages.map(({ step }) => step),
    refreshes: [],
    unfinished: null,
    databaseAhead: 0,
  };
  try {
    await execute({
      plan,
      client,
      connect,
      settings: { ...settings, advisoryLock: false, verbose: false },
      ...(signal === undefined ? {} : { signal }),
      observer: ({ kind }) => {
        if (kind === 'stepStarted') stage = queue.next().value;
      },
      afterBody: async () => {
        if (stage !== undefined) await proving.arrive(stage, client);
      },
    });
  } catch (error) {
    if (!(error instanceof StepFailed) || stage === undefined) throw error;
    const { revision, leg, step } = stage;
    const { details, frame } = error;
    throw new ProofStepFailed({
      revision: revision.name,
      leg,
      message: error.message.replace(`${revision.name}: `, ''),
      details,
      frame: frame && (await frameOf(step, frame)),
      seeded,
      // Its words are the message.
      cause: error.cause,
    });
  }
}

/** What a database looks like at one moment. */
interface View {
  readonly catalog: Catalog;
  readonly relations: Relations;
}

async function look(client: Client): Promise<View> {
  return { relations: await readRelations(client), catalog: await extractCatalog(client) };
}

/** Goes along with the steps and judges where each arrives. */
class Proving {
  readonly proved: ProvedRevision[] = [];
  readonly #options: ProveOptions;
  readonly #reader: PreparedReader;
  /** Where the revision at hand began. */
  #before: View;
  /** Where its first up arrived, and its down. */
  #after: View;
  #now: View;
  #up: ObservedStep = NOTHING;
  #down: ObservedStep | null = null;
  #columnsLast: readonly string[] = [];
  #notes: readonly string[] = [];

  constructor(options: ProveOptions, start: View) {
    this.#options = options;
    this.#reader = new PreparedReader(options.client);
    this.#before = start;
    this.#after = start;
    this.#now = start;
  }

  async arrive({ revision, leg, step, last }: Stage, client: Client): Promise<void> {
    if (TOUCHES_PREPARED.test(step.body)) this.#reader.forget();
    const relations = await readRelations(client);
    const { placeholders } = this.#options.settings;
    const observed = await observeStep(client, { step, before: this.#now.relations, now: relations, placeholders });
    this.#now = { relations, catalog: await extractCatalog(this.#reader) };
    const { catalog } = this.#now;
    if (leg === 'up') this.#arriveUp(revision, observed);
    else if (leg === 'down') this.#arriveDown(revision, observed);
    else {
      const { differences } = compareEnds(this.#after.catalog, catalog, this.#before.catalog);
      if (differences.length > 0) throw new AppliedAgainDiffers(revision.name, differences);
    }
    if (last) this.#finish(revision);
  }

  /** An execution begins with a session of its own. */
  beginAgain(): void {
    this.#reader.forget();
  }

  #arriveUp({ name }: Revision, observed: ObservedStep): void {
    this.#after = this.#now;
    this.#up = observed;
    const { faults, notes } = judgeSoundness(this.#before.catalog, this.#now.catalog);
    if (faults.length > 0) throw new LeavesUnsound(name, 'up', faults);
    this.#notes = notes;
  }

  #arriveDown({ name }: Revision, observed: ObservedStep): void {
    this.#down = observed;
    const [start, end] = [this.#before.catalog, this.#now.catalog];
    const { faults } = judgeSoundness(start, end);
    const { differences, columnsLast } = compareEnds(start, end, this.#after.catalog);
    if (faults.length > 0) throw new LeavesUnsound(name, 'down', faults);
    if (differences.length > 0) throw new WayBackDiffers(name, differences);
    this.#columnsLast = columnsLast;
  }

  #finish(revision: Revision): void {
    const proved = {
      revision,
      before: this.#before.catalog,
      after: this.#after.catalog,
      up: this.#up,
      down: this.#down,
      columnsLast: this.#columnsLast,
      notes: this.#notes,
    };
    this.proved.push(proved);
    this.#options.onRevision?.(proved);
    this.#before = this.#now;
    this.#down = null;
    this.#columnsLast = [];
  }
}

/** A body that says one of these may have taken our prepared statements away. */
const TOUCHES_PREPARED = /\b(?:deallocate|discard|prepare)\b/i;

const NOTHING: ObservedStep = { locks: [], rewrites: [], observed: true };
