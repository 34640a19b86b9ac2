import { setTimeout as delay } from 'node:timers/promises';
import { GodwitError } from '@godwit/diagnostics';
import type { History } from '@godwit/history';
import type { Schema } from '@godwit/lint';
import { ledgerHead, nameOfApplied } from '@godwit/migrator';
import { type Client, readServerError } from '@godwit/postgres';
import { type AttemptOptions, Attempts, type SaveOutcome } from '../attempt/attempts.ts';
import type { WrittenText } from '../attempt/written-text.ts';
import { folderLockHolder } from '../journal/folder-lock.ts';
import { checkSaved, type SaveChecks, schemaOf } from './check-saved.ts';
import { SaveRefused } from './errors.ts';
import type { Generator } from './generator.ts';
import { placeProblem } from './place.ts';
import { ServerGone } from './server-gone.ts';
import { touchedNames } from './touched-names.ts';
import type { WatchObserver } from './watch-event.ts';

export interface SittingOptions extends Omit<AttemptOptions, 'observer'> {
  /** The folder of the configuration, in which commands lock the project's files. */
  readonly root: string;
  readonly readHistory: () => Promise<History>;
  readonly checks: SaveChecks;
  /** Writes what is made from the schema; null when nothing is configured. */
  readonly generator: Generator | null;
  readonly observer: WatchObserver;
}

export interface SaveOptions {
  /** Nothing comes after it: why it fails is thrown, and what is looked at afterwards is waited for. */
  readonly isOnly?: boolean;
}

/** How often is looked whether another command is done with the folder. Milliseconds. */
const FOLDER_RETRY_MS = 50;

/** The saves over one connection. */
export class Sitting {
  readonly #options: SittingOptions;
  readonly #attempts: Attempts;
  #history: History;
  /** For what is looked at after a save, so that the next one need not wait. */
  #secondClient: Promise<Client> | null = null;
  /** Of the history, for lint; null until the first save asks for it. */
  #schema: Promise<Schema> | null = null;
  #checking: { readonly stop: AbortController; readonly done: Promise<void> } | null = null;
  /** What is applied and has not been looked at to the end: a save that changes nothing must not hide what is wrong with the one before. */
  #unchecked: WrittenText | null = null;

  private constructor(options: SittingOptions, attempts: Attempts, history: History) {
    this.#options = options;
    this.#attempts = attempts;
    this.#history = history;
  }

  /** @throws NotAtHead when the database does not stand at the last revision on disk; then nothing is applied any more */
  static async begin(options: SittingOptions): Promise<Sitting> {
    const { client, connect, settings, folder, origin, readHistory, observer } = options;
    const attempts = await Attempts.open({ client, connect, settings, folder, ...(origin === undefined ? {} : { origin }) });
    const sitting = new Sitting(options, attempts, await readHistory());
    await sitting.#refuseElsewhere();
    const head = ledgerHead(attempts.standing.ledger);
    observer({ kind: 'watching', revision: head === null ? 'base' : nameOfApplied(head) });
    return sitting;
  }

  /** Committed revisions came or went: a pull, a switch of branches, a commit. @throws NotAtHead */
  async lookAtHistory(signal: AbortSignal): Promise<void> {
    await this.#untilFolderIsFree(signal);
    if (signal.aborted) return;
    this.#history = await this.#options.readHistory();
    this.#schema = null;
    await this.#attempts.look();
    await this.#refuseElsewhere();
  }

  /** Applies what stands there now, and tells what became of it. @throws NotAtHead, ServerGone, and what only ends a watch */
  async save(signal: AbortSignal, options: SaveOptions = {}): Promise<void> {
    this.#stopChecking();
    await this.#untilFolderIsFree(signal);
    if (signal.aborted) return;
    const { observer, settings, generator } = this.#options;
    const start = performance.now();
    const outcome = await this.#attempt(signal, options);
    const ms = performance.now() - start;
    if (outcome === null) return this.#check();
    switch (outcome.kind) {
      case 'moved':
        // Where it should be, most likely: somebody has upgraded.
        await this.lookAtHistory(signal);
        return await this.save(signal, options);
      case 'unchanged':
        observer({ kind: 'unchanged' });
        this.#check();
        break;
      case 'nothing':
        observer({ kind: 'blank' });
        break;
      case 'undone':
      case 'forgotten':
        observer({ kind: 'takenBack', ms, forgotten: outcome.kind === 'forgotten' });
        this.#unchecked = null;
        await this.#findWayBack();
        generator?.request();
        break;
      case 'applied': {
        const { written, disposed, isForeign } = outcome;
        const touched = await touchedNames(written.current.body, settings.placeholders);
        observer({ kind: 'applied', ms, touched, disposed, isForeign });
        await this.#findWayBack();
        this.#unchecked = written;
        this.#check();
        // Where somebody waits for all of it, it is told in the same order each time.
        if (options.isOnly) await this.#checking?.done;
        generator?.request();
        break;
      }
    }
    if (options.isOnly) await this.#checking?.done;
  }

  /** Ends what is going on beside the saves. */
  async end(): Promise<void> {
    this.#stopChecking();
    await this.#checking?.done;
    await this.#closeSecond();
  }

  /** @returns null when it has failed, and that is told */
  async #attempt(signal: AbortSignal, { isOnly = false }: SaveOptions): Promise<SaveOutcome | null> {
    const { client, observer } = this.#options;
    const start = performance.now();
    try {
      return await this.#attempts.save(signal);
    } catch (error) {
      if (signal.aborted) return null;
      if (isOnly || ServerGone.from(client, error) !== null) throw error;
      observer({ kind: 'failed', ms: performance.now() - start, error: asGodwitError(error) });
      return null;
    }
  }

  async #findWayBack(): Promise<void> {
    const { client, observer } = this.#options;
    const { applied } = this.#attempts.standing;
    const isUnknown = applied !== null && applied.undo === null;
    if (isUnknown) observer({ kind: 'findingWayBack' });
    try {
      const found = await this.#attempts.findWayBack();
      if (isUnknown) observer({ kind: 'wayBack', unmodelled: found.kind === 'known' ? null : found.unmodelled });
    } catch (error) {
      if (ServerGone.from(client, error) !== null) throw error;
      // The next save tries again, and has to say it then.
      observer({ kind: 'wayBack', unmodelled: [asGodwitError(error).message] });
    }
  }

  #check(): void {
    if (this.#unchecked === null) return;
    const stop = new AbortController();
    // One at a time: they share a connection, and a machine that has to answer the next save.
    const before = this.#checking?.done ?? Promise.resolve();
    const written = this.#unchecked;
    this.#checking = { stop, done: before.then(() => this.#runChecks(written, stop.signal)) };
  }

  async #runChecks(written: WrittenText, signal: AbortSignal): Promise<void> {
    const { connect, checks, observer } = this.#options;
    if (signal.aborted) return;
    try {
      this.#secondClient ??= connect();
      this.#schema ??= schemaOf(this.#history, checks.lint);
      await checkSaved({ written, schema: await this.#schema, client: await this.#secondClient, checks, observer, signal });
      if (!signal.aborted) this.#unchecked = null;
    } catch (error) {
      await this.#closeSecond();
      this.#schema = null;
      // The connection may be gone with the server, which is told elsewhere.
      if (!signal.aborted) observer({ kind: 'notChecked', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async #closeSecond(): Promise<void> {
    const client = await this.#secondClient?.catch(() => null);
    this.#secondClient = null;
    await client?.end().catch(() => undefined);
  }

  /** Not waited for: what it still finds is void, and a save has better things to do. */
  #stopChecking(): void {
    this.#checking?.stop.abort();
  }

  /** What is written there was not meant for where the database stands: it is taken back, so that `upgrade` can follow. */
  async #refuseElsewhere(): Promise<void> {
    const problem = placeProblem(this.#history, this.#attempts.standing.ledger);
    if (problem === null) return;
    const takenBack = await this.#attempts.undo().catch((error: unknown) => {
      if (error instanceof GodwitError) return false;
      throw error;
    });
    throw problem(takenBack);
  }

  /** `commit` and its like write files and then the database; what is between is nobody's business. */
  async #untilFolderIsFree(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await folderLockHolder(this.#options.root)) !== null) {
      await delay(FOLDER_RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** The server's refusal of a query of our own is told like any other failure; anything else is a defect. */
function asGodwitError(error: unknown): GodwitError {
  if (error instanceof GodwitError) return error;
  const server = readServerError(error);
  if (server === null) throw error;
  return new SaveRefused(server.message, error);
}
