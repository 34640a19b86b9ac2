export type { BackfillFixtures, PreparedDatabase } from './backfill-fixtures.ts';
export { testBackfill } from './test-backfill.ts';
