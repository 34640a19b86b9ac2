import { isAbsolute, join, relative } from 'node:path';
import type { Backfill, WalkedTable } from '@godwit/backfill';
import { ensureLedger, nameOfApplied, readLedger } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { loadBackfillEngine } from '../session/load-backfill-engine.ts';
import type { Session } from '../session/open-session.ts';

/** Where the backfills of a project are. */
export interface BackfillFolder {
  /** Absolute. */
  readonly root: string;
  /** As the user sees it from where they stand. */
  readonly shown: string;
}

export function backfillFolder(context: CommandContext): BackfillFolder {
  const { root, backfills } = context.config();
  const folder = isAbsolute(backfills) ? backfills : join(root, backfills);
  return { root: folder, shown: relative(context.directory, folder).replaceAll('\\', '/') || '.' };
}

/** A backfill and what it walks, in the database of the session. */
export interface OpenBackfill {
  readonly backfill: Backfill;
  readonly table: WalkedTable;
}

/**
 * Loads a backfill and looks whether this database is one that it can be run on.
 *
 * @throws UnknownBackfill and the other errors of a definition, RevisionOutOfReach, NoSuchTable, NoUsableKey, NoBackfillLedger
 */
export async function openBackfill(context: CommandContext, { client }: Pick<Session, 'client'>, name: string): Promise<OpenBackfill> {
  const { loadBackfill, checkRevisions, readWalkedTable } = await loadBackfillEngine();
  const { root, shown } = backfillFolder(context);
  const backfill = await loadBackfill(root, shown, name);
  await ensureBackfillLedger(client);
  const { applied } = await readLedger(client);
  checkRevisions(backfill, applied.map(nameOfApplied));
  const { table, key } = backfill.definition;
  return { backfill, table: await readWalkedTable(client, { backfill: name, table, key }) };
}

/** The first minor version of the ledger with tables for runs. */
const WITH_BACKFILLS = 2;

/** @throws NoBackfillLedger when the role may not bring the ledger up to date */
export async function ensureBackfillLedger(client: Client): Promise<void> {
  await ensureLedger(client);
  const { version } = await readLedger(client);
  if ((version?.minor ?? 0) >= WITH_BACKFILLS) return;
  const { NoBackfillLedger } = await loadBackfillEngine();
  throw new NoBackfillLedger(undefined);
}
