import { type DatabaseSettings, withClient } from '@godwit/postgres';

/** What `pnpm seed` does, in this process: for the databases on which revisions are proved. */
export async function loadSeeds(database: DatabaseSettings): Promise<void> {
  const { seedDatabase } = await import('./seeding/index.ts');
  await withClient(database, (client) => seedDatabase({ client, mode: 'load', isProduction: false }));
}
