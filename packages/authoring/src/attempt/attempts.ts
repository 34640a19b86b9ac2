import { randomUUID } from 'node:crypto';
import type { SchemaSnapshot } from '@godwit/difference';
import {
  type AttemptEnding,
  type AttemptWork,
  type ExecuteSettings,
  ensureLedger,
  forgetCurrent,
  type Ledger,
  type Loss,
  type NewAttempt,
  type Observer,
  runAttempt,
  type StoredUndo,
  storeUndo,
  undoSql,
} from '@godwit/migrator';
import type { Client, SettingsOrigin } from '@godwit/postgres';
import { readStanding, type Standing } from './applied-text.ts';
import { assessDisposed } from './assess-disposed.ts';
import { LedgerTooOld } from './errors.ts';
import { explainFailure } from './explain-failure.ts';
import { findUndo } from './find-undo.ts';
import { guardWritten } from './guard-written.ts';
import { readRevert, revertPath, storedRevert, type WrittenRevert } from './read-revert.ts';
import { schemaFingerprint } from './schema-fingerprint.ts';
import { readBase, wayBack } from './way-back.ts';
import { ownUndo, readWritten, type WrittenText } from './written-text.ts';

export interface AttemptOptions {
  readonly client: Client;
  /** A second connection to the same database, as the same role. */
  readonly connect: () => Promise<Client>;
  readonly settings: ExecuteSettings;
  readonly origin?: SettingsOrigin;
  readonly observer?: Observer;
  /** The migrations folder, as the user would type it. */
  readonly folder: string;
}

/** What became of a save. */
export type SaveOutcome =
  | {
      readonly kind: 'applied';
      readonly written: WrittenText;
      /** Rows and values that went with the text that was applied before, when there are any for the first time. */
      readonly disposed: readonly Loss[];
      /** True when graphile-migrate had applied a text, and this one was run over it as graphile-migrate would. */
      readonly isForeign: boolean;
    }
  /** The text is applied already. */
  | { readonly kind: 'unchanged'; readonly written: WrittenText }
  /** It is blank, and what was applied is taken back. */
  | { readonly kind: 'undone' }
  /** It is blank, and what graphile-migrate had applied is forgotten; what that did stays, since it has no way back. */
  | { readonly kind: 'forgotten' }
  /** It is blank, and nothing was applied. */
  | { readonly kind: 'nothing' }
  /** Somebody has moved the database to another revision; nothing was done. */
  | { readonly kind: 'moved'; readonly ledger: Ledger };

/** Whether the way back of what is applied is known; `unknown` with what would stay, in words. */
export type WayBack = { readonly kind: 'known' } | { readonly kind: 'unknown'; readonly unmodelled: readonly string[] };

/** Somebody else may be saving as well; they take turns, and so often nobody does. */
const TRIES = 5;

/** The saves of the revision that is being written, one after the other: a call waits for the one before. */
export class Attempts {
  readonly #options: AttemptOptions;
  #standing: Standing;
  /** What the last revision looks like without the text; null when that is not known, or no longer true. */
  #base: SchemaSnapshot | null = null;
  /** The one that the ledger keeps. */
  #storedBase: SchemaSnapshot | null = null;
  /** Of the schema as we left it; null when nobody has looked since. */
  #fingerprint: string | null = null;
  #hasToldDisposed = false;

  private constructor(options: AttemptOptions, standing: Standing) {
    this.#options = options;
    this.#standing = standing;
  }

  /**
   * Looks where the database stands. The ledger is created first, or brought up to date.
   *
   * @throws LedgerTooOld, what `ensureLedger` and `readLedger` throw
   */
  static async open(options: AttemptOptions): Promise<Attempts> {
    const { client } = options;
    await ensureLedger(client);
    const standing = await readStanding(client);
    if ((standing.ledger.version?.minor ?? 0) < 1) throw new LedgerTooOld(client.user ?? 'of this connection');
    return new Attempts(options, standing);
  }

  /** Where the database stood when it was last looked at. */
  get standing(): Standing {
    return this.#standing;
  }

  /** Looks again. */
  async look(): Promise<Standing> {
    this.#standing = await readStanding(this.#options.client);
    return this.#standing;
  }

  /**
   * Reads the author's files and applies them in place of what was applied before, or leaves everything as it was.
   *
   * @throws CurrentFailed, WayBackFailed, NeedsRevert, WayBackUnknown; what reading the files, and `runAttempt`, throw
   */
  async save(signal?: AbortSignal): Promise<SaveOutcome> {
    const { folder, settings } = this.#options;
    const written = await readWritten(folder, settings.placeholders);
    for (let tries = 1; ; tries++) {
      const { head } = this.#standing;
      const outcome = await (written.isBlank ? this.#clear(written, signal) : this.#apply(written, signal));
      if (outcome !== 'moved') return outcome;
      const { ledger, head: now } = await this.look();
      if (now !== head || tries === TRIES) return { kind: 'moved', ledger };
    }
  }

  /**
   * What a save has left to do, and need not be waited for: finds the way back where it is not known yet, and stores it.
   *
   * @returns unknown when nothing but the author can say how
   */
  async findWayBack(): Promise<WayBack> {
    const { client } = this.#options;
    const { applied } = this.#standing;
    let unmodelled: readonly string[] | null = null;
    if (applied?.complete && applied.undo === null) {
      const base = this.#storedBase ?? (await readBase(client));
      const found = base === null ? { kind: 'cannot' as const, unmodelled: [] } : await findUndo(client, base);
      if (found.kind === 'cannot') unmodelled = found.unmodelled;
      else await this.#store(found.undo);
    }
    if (this.#base !== null) this.#fingerprint = await schemaFingerprint(client);
    return unmodelled === null ? { kind: 'known' } : { kind: 'unknown', unmodelled };
  }

  /**
   * Takes back what is applied.
   *
   * @returns whether there was something; what graphile-migrate has applied has no way back, and stays
   * @throws WayBackFailed, WayBackUnknown; what `runAttempt` throws
   */
  async undo(signal?: AbortSignal): Promise<boolean> {
    const { folder } = this.#options;
    const revert = await readRevert(folder);
    for (let tries = 1; ; tries++) {
      const outcome = await this.#takeBack({ revert }, signal);
      if (outcome !== 'moved') return outcome.kind === 'undone';
      await this.look();
      if (tries === TRIES) throw new Error('the ledger moved again and again');
    }
  }

  async #clear(written: WrittenText, signal: AbortSignal | undefined): Promise<SaveOutcome | 'moved'> {
    if (!this.#standing.isForeign) return await this.#takeBack(written, signal);
    await forgetCurrent(this.#options.client);
    this.#standing = { ...this.#standing, isForeign: false };
    return { kind: 'forgotten' };
  }

  async #takeBack({ revert }: Pick<WrittenText, 'revert'>, signal: AbortSignal | undefined): Promise<SaveOutcome | 'moved'> {
    const { applied } = this.#standing;
    if (applied === null) return { kind: 'nothing' };
    const previous = await this.#previous(revert);
    const ending = await this.#run({ previous, next: null }, null, signal);
    if (ending === 'moved') return ending;
    this.#standing = { ...this.#standing, applied: null };
    this.#storedBase = null;
    this.#fingerprint = null;
    return { kind: 'undone' };
  }

  async #apply(written: WrittenText, signal: AbortSignal | undefined): Promise<SaveOutcome | 'moved'> {
    const { client, folder, settings } = this.#options;
    const { applied, isForeign } = this.#standing;
    if (applied?.digest === written.digest && applied.complete) {
      await this.#keepRevert(written.revert);
      return { kind: 'unchanged', written };
    }
    const guard = isForeign ? null : guardWritten(written, settings, folder);
    const previous = await this.#previous(written.revert);
    const undo = isForeign ? null : ownUndo(written);
    const needsBase = !isForeign && undo === null;
    if (needsBase && (this.#fingerprint === null || this.#fingerprint !== (await schemaFingerprint(client)))) this.#base = null;
    const disposed = previous === null || this.#hasToldDisposed ? [] : await assessDisposed(client, previous.stored, settings);
    const next = this.#newAttempt(written, { undo, needsBase, recorded: !isForeign });
    const inBetween = async (inside: Client): Promise<void> => {
      if (needsBase) this.#base ??= await (await import('@godwit/difference')).takeSnapshot(inside);
      await guard?.before(inside);
    };
    const ending = await this.#run({ previous, next, inBetween, ...(guard === null ? {} : { afterwards: guard.after }) }, written, signal);
    if (ending === 'moved') return ending;
    if (needsBase) this.#storedBase = this.#base;
    if (!isForeign) this.#standing = { ...this.#standing, applied: { id: next.id, digest: next.digest, complete: true, undo } };
    this.#fingerprint = null;
    this.#hasToldDisposed ||= disposed.length > 0;
    return { kind: 'applied', written, disposed, isForeign };
  }

  #newAttempt(
    { current, digest }: WrittenText,
    { undo, needsBase, recorded }: { readonly undo: StoredUndo | null; readonly needsBase: boolean; readonly recorded: boolean },
  ): NewAttempt {
    const { body, location, transactional } = current;
    return {
      id: randomUUID(),
      text: { name: location.path, body, transactional, hasPlaceholders: true },
      digest,
      undo,
      base: () => (needsBase && this.#base !== null && this.#base !== this.#storedBase ? JSON.stringify(this.#base) : null),
      recorded,
    };
  }

  async #previous(revert: WrittenRevert | null): Promise<{ readonly id: string; readonly stored: StoredUndo } | null> {
    const { client, folder } = this.#options;
    const { applied } = this.#standing;
    if (applied === null) return null;
    return { id: applied.id, stored: await wayBack({ client, applied, base: this.#storedBase, revert, folder }) };
  }

  async #run(work: Work, written: WrittenText | null, signal: AbortSignal | undefined): Promise<AttemptEnding> {
    const { previous, ...rest } = work;
    const { folder } = this.#options;
    try {
      return await runAttempt(
        { ...this.#options, ...(signal === undefined ? {} : { signal }) },
        {
          ...rest,
          expectedHead: this.#standing.head,
          previous: previous === null ? null : { id: previous.id, undo: undoSql(previous.stored) },
        },
      );
    } catch (error) {
      // Outside a transaction something may have been done, and a connection may have been lost around COMMIT.
      await this.look().catch(() => undefined);
      throw explainFailure({ error, current: written?.current ?? null, revert: revertPath(folder) });
    }
  }

  /** The author has written another way back, or taken it away, and left the text as it is. */
  async #keepRevert(revert: WrittenRevert | null): Promise<void> {
    const { applied } = this.#standing;
    if (revert === null || applied === null) return;
    const undo = storedRevert(revert);
    if (applied.undo?.source === undo.source && applied.undo.body === undo.body) return;
    await this.#store(undo);
  }

  async #store(undo: StoredUndo): Promise<void> {
    const { applied } = this.#standing;
    if (applied === null) return;
    if (await storeUndo(this.#options.client, applied.id, undo)) this.#standing = { ...this.#standing, applied: { ...applied, undo } };
    else await this.look();
  }
}

interface Work extends Omit<AttemptWork, 'expectedHead' | 'previous'> {
  readonly previous: { readonly id: string; readonly stored: StoredUndo } | null;
}
