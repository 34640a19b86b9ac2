import type { SchemaSnapshot } from '@godwit/difference';
import { readAttemptBase, type StoredUndo } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import type { AppliedText } from './applied-text.ts';
import { WayBackUnknown } from './errors.ts';
import { findUndo } from './find-undo.ts';
import { revertPath, storedRevert, type WrittenRevert } from './read-revert.ts';

interface WayBackOptions {
  readonly client: Client;
  readonly applied: AppliedText;
  /** What the database looked like before, when we know; else the ledger is asked. */
  readonly base: SchemaSnapshot | null;
  /** As it stands on disk now: it was written for another text, but is all there is when nothing else is known. */
  readonly revert: WrittenRevert | null;
  readonly folder: string;
}

/**
 * How to take back what is applied: the way back that was stored with it, else, after a crash, the difference to what there was before,
 * else what the author has written since.
 *
 * @throws WayBackUnknown
 */
export async function wayBack({ client, applied, base, revert, folder }: WayBackOptions): Promise<StoredUndo> {
  if (applied.complete && applied.undo !== null) return applied.undo;
  const before = base ?? (await readBase(client));
  const found = before === null ? null : await findUndo(client, before);
  if (found?.kind === 'found') return found.undo;
  if (revert !== null) return storedRevert(revert);
  throw new WayBackUnknown({ unmodelled: found?.unmodelled ?? [], revert: revertPath(folder) });
}

/** What the ledger keeps of what there was before; null when it keeps nothing, or nothing that this version understands. */
export async function readBase(client: Client): Promise<SchemaSnapshot | null> {
  const json = await readAttemptBase(client);
  return json === null ? null : (await import('@godwit/difference')).parseSnapshot(json);
}
