import type { Progress } from '@godwit/backfill';
import type { Client } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { loadBackfillEngine } from '../session/load-backfill-engine.ts';
import { backfillFolder } from './open-backfill.ts';

/**
 * How the last run of a backfill stands.
 *
 * @throws UnknownBackfill for a name that neither the folder nor the database knows, NoRun
 */
export async function latestProgressOf(context: CommandContext, client: Client, name: string): Promise<Progress> {
  const { latestRun, readProgress } = await loadBackfillEngine();
  const run = await latestRun(client, name);
  const [progress] = run === null ? [] : await readProgress(client, [run.id]);
  return progress ?? (await refuseUnrun(context, name));
}

/** @throws UnknownBackfill for a name that the folder does not know, with those that it knows; else NoRun */
export async function refuseUnrun(context: CommandContext, name: string): Promise<never> {
  const { listBackfills, loadBackfill, NoRun } = await loadBackfillEngine();
  const { root, shown } = backfillFolder(context);
  if (!listBackfills(root).includes(name)) await loadBackfill(root, shown, name);
  throw new NoRun(name);
}
