import { loadOptional } from './optional-package.ts';

/** The package of what a developer's machine needs. @throws MissingPackage */
export function loadAuthoring() {
  return loadOptional('@godwit/authoring', 'this command', () => import('@godwit/authoring'));
}
