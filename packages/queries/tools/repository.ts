/** Where things are, from the root of the repository. */
export const QUERIES = 'packages/queries';

export const BACKFILLS = 'apps/backfill';

export const MIGRATIONS = 'migrations';
