import type { RevisionHash } from '@godwit/history';
import { type Ledger, ledgerHead, readAttempt, readLedger, type StoredUndo } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';

/** What is applied on top of the last revision, as far as Godwit's watch applied it. */
export interface AppliedText {
  readonly id: string;
  readonly digest: string;
  /** False when a statement outside a transaction was cut off: then nobody knows how far it came. */
  readonly complete: boolean;
  readonly undo: StoredUndo | null;
}

/** Where a database stands. */
export interface Standing {
  readonly ledger: Ledger;
  /** Null is base. */
  readonly head: RevisionHash | null;
  readonly applied: AppliedText | null;
  /** graphile-migrate has applied a text, which has no way back: it is run again as graphile-migrate would. */
  readonly isForeign: boolean;
}

export async function readStanding(client: Client): Promise<Standing> {
  const ledger = await readLedger(client);
  const { attempt } = ledger;
  const stored = attempt === null ? null : await readAttempt(client);
  const applied =
    attempt === null || stored === null || stored.id !== attempt.id
      ? null
      : { id: attempt.id, digest: attempt.digest, complete: attempt.complete, undo: stored.undo };
  return { ledger, head: ledgerHead(ledger)?.hash ?? null, applied, isForeign: attempt === null && ledger.current !== null };
}
