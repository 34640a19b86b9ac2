export { BACKFILL_DEFINITIONS } from './definitions/backfill.ts';
export { DATABASE_DEFINITIONS } from './definitions/database.ts';
export { DEFINITIONS } from './definitions/index.ts';
export { renderGlobalOptions, renderReference } from './reference.ts';
