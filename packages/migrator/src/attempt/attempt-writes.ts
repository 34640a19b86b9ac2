import type { RevisionHash } from '@godwit/history';
import { readSql } from '@godwit/postgres';
import { fillSql } from '../ledger/fill-sql.ts';
import type { NewAttempt } from './run-attempt.ts';
import type { StoredUndo } from './stored-attempt.ts';

type AttemptStatement =
  | 'write-attempt'
  | 'write-current'
  | 'delete-attempt'
  | 'delete-current'
  | 'complete-attempt'
  | 'break-attempt'
  | 'store-undo';

function fill(name: AttemptStatement, values: Parameters<typeof fillSql>[1] = {}): string {
  return fillSql(readSql(import.meta.url, `./sql/${name}.sql`).trim(), values);
}

interface Written {
  readonly next: NewAttempt;
  readonly head: RevisionHash | null;
  readonly godwitVersion: string | null;
}

/** What the ledger learns of a text that is applied. */
export function attemptWrites({ next, head, godwitVersion }: Written): string {
  const { id, text, digest, undo, base, recorded } = next;
  const current = fill('write-current', { text: text.body });
  if (!recorded) return current;
  const values = {
    id,
    text: text.body,
    digest,
    undo: undo?.body,
    undo_source: undo?.source,
    undo_transactional: undo?.transactional,
    head,
    base: base(),
    complete: text.transactional,
    godwit_version: godwitVersion,
  };
  return [fill('write-attempt', values), current].join(';\n');
}

/** What the ledger forgets with it. */
export function undoneWrites(): string {
  return [fill('delete-attempt'), forgetCurrentSql()].join(';\n');
}

export function forgetCurrentSql(): string {
  return fill('delete-current');
}

export function completeSql(id: string): string {
  return fill('complete-attempt', { id });
}

export function breakSql(id: string): string {
  return fill('break-attempt', { id });
}

export function storeUndoSql(id: string, { body, source, transactional }: StoredUndo): string {
  return fill('store-undo', { id, undo: body, undo_source: source, undo_transactional: transactional });
}
