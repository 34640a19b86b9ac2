import { loadOptional } from './optional-package.ts';

/** The backfill engine. @throws MissingPackage */
export function loadBackfillEngine() {
  return loadOptional('@godwit/backfill', 'this command', () => import('@godwit/backfill'));
}
