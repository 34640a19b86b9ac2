import { loadOptional } from './optional-package.ts';

/** The package that finds the SQL between two schemas. @throws MissingPackage */
export function loadDifference() {
  return loadOptional('@godwit/difference', 'this command', () => import('@godwit/difference'));
}
