import type { Revision } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import { describeDatabase, parseDatabaseUrl, withClient } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';

/**
 * Asks the databases that `sharedDatabases` of the configuration names by their variables: one that holds the revision keeps it as it is. A variable
 * that is not set here names nothing.
 *
 * @throws HeldElsewhere; a ConnectionError for one that cannot be asked: nobody knows then
 */
export async function refuseHeldElsewhere(context: CommandContext, { hash, name }: Revision): Promise<void> {
  const { HeldElsewhere } = await loadAuthoring();
  for (const variable of context.config().sharedDatabases) {
    const url = context.environment[variable];
    if (!url) continue;
    const settings = parseDatabaseUrl(url, 'configuration');
    const { applied } = await withClient(settings, readLedger);
    if (applied.some((revision) => revision.hash === hash)) throw new HeldElsewhere(name, `${describeDatabase(settings)} (${variable})`);
  }
}
