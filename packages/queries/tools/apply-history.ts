import { dirname, join } from 'node:path';
import { type History, type Position, readGmrc, resolvePlaceholders } from '@godwit/history';
import { execute, plan, readLedger } from '@godwit/migrator';
import { connect, type DatabaseSettings, withClient } from '@godwit/postgres';

/**
 * Takes a database up to a place in a history, with the placeholders and settings of the `.gmrc` beside its folder.
 *
 * @param target not below where the database is
 * @throws what plan and server have to say
 */
export async function applyHistory(settings: DatabaseSettings, history: History, target: Position): Promise<void> {
  const gmrc = readGmrc(join(dirname(history.folder), '.gmrc'));
  const placeholders = resolvePlaceholders({
    placeholders: gmrc.placeholders,
    databaseName: settings.database,
    databaseOwner: gmrc.databaseOwner ?? settings.user,
    environment: process.env,
  });
  await withClient(settings, async (client) => {
    const upgrade = plan({ history, ledger: await readLedger(client), direction: 'up', target });
    await execute({
      plan: upgrade,
      client,
      connect: () => connect(settings),
      settings: {
        placeholders,
        pgSettings: gmrc.pgSettings,
        actor: { osUser: null, host: null, godwitVersion: null },
      },
    });
  });
}
