import { hashRevision, isNoTransaction, type Revert, type Revision, type RevisionHash } from '@godwit/history';

/** A revision in short. Its number comes from its place, counted from 1. */
export interface Draft {
  readonly slug: string;
  readonly body: string;
  readonly message?: string;
  /** SQL, or why there is none. */
  readonly revert?: string | { readonly irreversible: string };
  /** Of the revisions that it stands for since a merge. */
  readonly replaces?: readonly RevisionHash[];
}

export interface TestHistory {
  readonly revisions: readonly Revision[];
  readonly heads: readonly Revision[];
}

/** A history without files, as `readHistory` would read it from a folder `migrations`. */
export function historyOf(drafts: readonly Draft[], onto: readonly Revision[] = []): TestHistory {
  const revisions = [...onto];
  for (const draft of drafts) revisions.push(revisionOf(draft, revisions.length + 1, revisions.at(-1)?.hash ?? null));
  return { revisions, heads: revisions.slice(-1) };
}

function revisionOf(draft: Draft, number: number, previousHash: RevisionHash | null): Revision {
  const body = `${draft.body.trim()}\n`;
  const digits = String(number).padStart(6, '0');
  const name = `${digits}-${draft.slug}`;
  const hash = hashRevision(body, previousHash);
  return {
    number,
    digits,
    slug: draft.slug,
    filename: `${name}.sql`,
    ledgerName: `${digits}.sql`,
    name,
    hash,
    previousHash,
    message: draft.message ?? null,
    headers: draft.replaces === undefined ? {} : { Replaces: draft.replaces.join(' ') },
    body,
    transactional: !isNoTransaction(body),
    bodyLine: 4,
    path: `migrations/committed/${name}.sql`,
    revert: revertOf(draft.revert, hash, name),
  };
}

function revertOf(revert: Draft['revert'], forward: RevisionHash, name: string): Revert | null {
  const path = `migrations/reverts/${name}.sql`;
  if (revert === undefined) return null;
  if (typeof revert !== 'string') return { kind: 'irreversible', reason: revert.irreversible, path };
  const body = `${revert.trim()}\n`;
  return { kind: 'sql', hash: hashRevision(body, forward), body, transactional: !isNoTransaction(body), bodyLine: 4, path };
}
