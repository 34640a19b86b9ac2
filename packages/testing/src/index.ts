export type { BackfillFixtures, PreparedDatabase } from './backfill/backfill-fixtures.ts';
export { testBackfill } from './backfill/test-backfill.ts';
export type { DatabaseOptions } from './database/migrated-recipe.ts';
export type { Seed } from './database/seed.ts';
export type { TestDatabase } from './database/test-database.ts';
export { withDatabase } from './database/with-database.ts';
export * from './errors.ts';
export { type Capability, type TestServer, testServer } from './server/test-server.ts';
