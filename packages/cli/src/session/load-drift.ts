import { loadOptional } from './optional-package.ts';

/** The package that compares a live database with its revisions. @throws MissingPackage */
export function loadDrift() {
  return loadOptional('@godwit/drift', 'drift', () => import('@godwit/drift'));
}
