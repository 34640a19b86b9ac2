import { migrate } from 'graphile-migrate';

/**
 * graphile-migrate 1.4.1 by its exported function, in a process of its own: it ends the process when a connection of its pool, which it
 * keeps for 200 ms, is lost with a database that is dropped.
 */
const [connectionString = '', migrationsFolder = ''] = process.argv.slice(2);
await migrate({ connectionString, migrationsFolder, placeholders: { ':OWNER': 'ada' } });
process.exit(0);
