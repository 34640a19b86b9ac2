import { hashRevision, type Revert, type Revision } from '@godwit/history';

export interface RevisionText {
  readonly body: string;
  /** The body of the way back; a reason instead of one: `{ reason }`. None when absent. */
  readonly revert?: string | { readonly reason: string };
  readonly slug?: string;
  readonly message?: string;
}

/** A chain of revisions that no disk holds, numbered from 1, with true hashes; headers end on line 4 of each file. */
export function aHistory(texts: readonly RevisionText[]): { readonly revisions: readonly Revision[]; readonly heads: readonly Revision[] } {
  const revisions: Revision[] = [];
  for (const [index, { body, revert, slug = 'step', message = null }] of texts.entries()) {
    const digits = String(index + 1).padStart(6, '0');
    const previousHash = revisions.at(-1)?.hash ?? null;
    const hash = hashRevision(body, previousHash);
    revisions.push({
      number: index + 1,
      digits,
      slug,
      filename: `${digits}-${slug}.sql`,
      ledgerName: `${digits}.sql`,
      name: `${digits}-${slug}`,
      hash,
      previousHash,
      message,
      headers: {},
      body,
      transactional: isTransactional(body),
      bodyLine: 5,
      path: `migrations/committed/${digits}-${slug}.sql`,
      revert: revertOf(revert, hash, `migrations/reverts/${digits}-${slug}.sql`),
    });
  }
  return { revisions, heads: revisions.slice(-1) };
}

function revertOf(text: RevisionText['revert'], forward: string, path: string): Revert | null {
  if (text === undefined) return null;
  if (typeof text !== 'string') return { kind: 'irreversible', reason: text.reason, path };
  return { kind: 'sql', hash: hashRevision(text, forward), body: text, transactional: isTransactional(text), bodyLine: 4, path };
}

function isTransactional(body: string): boolean {
  return !body.startsWith('--! no-transaction');
}
