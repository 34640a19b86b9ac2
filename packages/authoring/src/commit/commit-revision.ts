import {
  type Aside,
  assertSound,
  type History,
  headOf,
  nextNumber,
  type Placeholders,
  type Position,
  type Revision,
  readAside,
} from '@godwit/history';
import { CommitUnknown } from '@godwit/migrator';
import { changeFiles } from '../journal/change-files.ts';
import type { FileStore } from '../journal/file-store.ts';
import { checkMessage } from '../message/check-message.ts';
import type { ProvedRevision } from '../prove/prove.ts';
import type { HistoryShadow, ShadowSource } from '../shadow/history-shadow.ts';
import { committedFiles, emptiedFiles } from './committed-files.ts';
import { type BackText, type ComposedRevision, chainAgain, composeRevision } from './compose-revision.ts';
import { type Draft, readDraft } from './draft.ts';
import { NoWayBack } from './errors.ts';
import { changesTo, type FileText } from './file-texts.ts';
import { proposeWayBack } from './propose-way-back.ts';
import { proveComposed } from './prove-composed.ts';
import { revertPath } from './way-back.ts';

/** What a commit tells while it works, in this order. */
export type CommitEvent =
  | { readonly kind: 'drafted'; readonly draft: Draft; readonly name: string }
  /** A way back that nobody has written, worked out from the catalog. It is proved like any other. */
  | { readonly kind: 'proposed'; readonly body: string; readonly writesRows: boolean }
  /** The shadow database is there; the proof begins. */
  | { readonly kind: 'shadow'; readonly shadow: HistoryShadow }
  | { readonly kind: 'proved'; readonly proved: ProvedRevision; readonly seeded: boolean; readonly ms: number }
  | { readonly kind: 'written'; readonly paths: readonly string[] }
  /** The database did not take it: the files are put back. */
  | { readonly kind: 'putBack' };

export interface CommitOptions {
  /** The folder that holds `.godwit/`, absolute. */
  readonly root: string;
  readonly history: History;
  /** As it was typed; else the header `--! Message:` of `current.sql`. */
  readonly message: string | undefined;
  /** As it was typed: why there is no way back. */
  readonly irreversible: string | undefined;
  /** For the header `Created`: `2026-01-31T12:00:00Z Ada Lovelace <ada@example.org>`. */
  readonly created: string;
  /** As `resolvePlaceholders` gives them for the development database. */
  readonly placeholders: Placeholders;
  /** What `current.sql` and `revert.sql` hold afterwards. */
  readonly blank: { readonly current: string; readonly revert: string };
  readonly shadow: ShadowSource;
  readonly store: FileStore;
  /** Takes the development database to the new head. It is asked once the files are written; when it refuses, they are put back. */
  readonly apply: (history: History) => Promise<void>;
  /** Looks at what is written, once it is known to be SQL: lint. What it throws ends the commit. */
  readonly review?: (() => Promise<void>) | undefined;
  /**
   * Looks at the shadow database with the revision applied, before anything is written: whether queries still fit.
   *
   * @returns further files that are committed with it: the exported schema
   */
  readonly inspect?: ((shadow: HistoryShadow, proved: readonly ProvedRevision[]) => Promise<readonly FileText[]>) | undefined;
  readonly godwitVersion: string;
  readonly observer?: ((event: CommitEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Committed {
  readonly revision: Revision;
  /** Those that `amend` had set aside, chained after it again. */
  readonly chained: readonly Revision[];
  /** What was seen of each, the new one first. */
  readonly proved: readonly ProvedRevision[];
  /** The files that were written for them. */
  readonly paths: readonly string[];
  readonly draft: Draft;
}

/**
 * Makes what is written in `current.sql` and `revert.sql` the next revision: checks it, lays it out, proves it on a shadow database, writes its
 * files and applies it. Whole or not at all, also when it is killed: see `changeFiles`. Runs inside `withFolderLock`.
 *
 * @throws before anything is written: VagueMessage, NothingToCommit, CurrentRefused, PlaceholderInText, NoWayBack, TwoWaysBack, NotProved,
 *   NoShadow, what `inspect` throws; afterwards, with the files put back: what `apply` throws
 */
export async function commitRevision(options: CommitOptions): Promise<Committed> {
  const { root, history, store, observer = () => undefined } = options;
  assertSound(history);
  const head = headOf(history);
  const aside = await readAside(history.folder);
  const draft = await readDraft({ ...options, folder: history.folder });
  const place = { head, aside };
  const target: Position = head === null ? { kind: 'base' } : { kind: 'revision', revision: head };
  const [plain] = compose(options, draft, { ...place, back: null });
  observer({ kind: 'drafted', draft, name: plain.revision.name });
  await options.review?.();
  const composed = compose(options, draft, { ...place, back: await wayBackOf(options, { draft, first: plain, target }) });
  const [first] = composed;
  const proof = await proveComposed(options, { draft, composed, target });
  const written = composed.flatMap((one) => committedFiles(history.folder, one, proof.evidence));
  const files = [...written, ...(await emptiedFiles(options, draft, aside)), ...proof.files];
  await changeFiles({
    root,
    store,
    command: `commit of ${first.revision.name}`,
    changes: await changesTo(files, { root, store }),
    database: {
      when: 'after',
      change: async () => {
        observer({ kind: 'written', paths: written.map(({ path }) => path) });
        try {
          await options.apply(extend(history, composed));
        } catch (error) {
          if (!isUnclear(error)) observer({ kind: 'putBack' });
          throw error;
        }
      },
    },
    isUnclear,
  });
  return {
    revision: first.revision,
    chained: composed.slice(1).map(({ revision }) => revision),
    proved: proof.proved,
    paths: written.map(({ path }) => path),
    draft,
  };
}

/** The connection broke at COMMIT: a file whose revision is not in the database is applied later; the other way round nobody could go on. */
function isUnclear(error: unknown): boolean {
  return error instanceof CommitUnknown;
}

type Composed = readonly [ComposedRevision, ...ComposedRevision[]];

function compose(
  { history, message, created }: CommitOptions,
  draft: Draft,
  { head, aside, back }: { readonly head: Revision | null; readonly aside: Aside | null; readonly back: BackText | null },
): Composed {
  const { folder } = history;
  const { headers, body } = draft.forward;
  const first = composeRevision({
    folder,
    number: nextNumber(history),
    previousHash: head?.hash ?? null,
    message: checkMessage(message ?? headers.Message ?? undefined, 'commit'),
    headers: { ...ownHeaders(headers), Created: created },
    body,
    back,
  });
  const chain: [ComposedRevision, ...ComposedRevision[]] = [first];
  for (const revision of aside?.waiting ?? []) {
    const { number, hash } = chain.at(-1)?.revision ?? first.revision;
    chain.push(chainAgain(folder, revision, { number: number + 1, previousHash: hash }));
  }
  return chain;
}

/** What a revision that was opened again says of its former place goes; what else its author has written stays. */
function ownHeaders({ AllowInvalidHash: _, Replaces: __, ...headers }: Revision['headers']): Revision['headers'] {
  return headers;
}

/** What was written, else what can be worked out. @throws NoWayBack */
async function wayBackOf(options: CommitOptions, subject: Parameters<typeof proposeWayBack>[1]): Promise<BackText> {
  const { wayBack, back } = subject.draft;
  if (wayBack.kind === 'irreversible') return wayBack;
  if (back !== null) return { kind: 'sql', body: back.body };
  const proposed = await proposeWayBack(options, subject);
  if (proposed.kind === 'none') throw new NoWayBack(revertPath(options.history.folder), proposed.because);
  const { body, writesRows } = proposed;
  options.observer?.({ kind: 'proposed', body, writesRows });
  return { kind: 'sql', body };
}

function extend(history: History, composed: Composed): History {
  const revisions = [...history.revisions, ...composed.map(({ revision }) => revision)];
  return { ...history, revisions, heads: revisions.slice(-1) };
}
