import { dirname, join } from 'node:path';
import { assertSound, headOf, readGmrc, readHistory, resolvePlaceholders } from '@godwit/history';
import { execute, plan, readLedger } from '@godwit/migrator';
import { connect, type DatabaseSettings, withClient } from '@godwit/postgres';

/**
 * Brings an empty database to the head of a history, with the placeholders and settings of the `.gmrc` beside its folder.
 *
 * @throws what history, plan and server have to say, ForkedHistory when there are two heads
 */
export async function applyHistory(settings: DatabaseSettings, migrationsFolder: string): Promise<void> {
  const history = await readHistory(migrationsFolder);
  assertSound(history);
  const head = headOf(history);
  if (head === null) return;
  const gmrc = readGmrc(join(dirname(migrationsFolder), '.gmrc'));
  const placeholders = resolvePlaceholders({
    placeholders: gmrc.placeholders,
    databaseName: settings.database,
    databaseOwner: gmrc.databaseOwner ?? settings.user,
    environment: process.env,
  });
  await withClient(settings, async (client) => {
    const target = { kind: 'revision', revision: head } as const;
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
