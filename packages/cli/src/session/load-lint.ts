import { loadOptional } from './optional-package.ts';

/** The package of the lint rules. @throws MissingPackage */
export function loadLint() {
  return loadOptional('@godwit/lint', 'this command', () => import('@godwit/lint'));
}
