import { globSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Manifest, readManifest } from '../manifest.ts';

export const REPOSITORY = resolve(import.meta.dirname, '../../../..');

export interface PublishedPackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What `pnpm publish` would send out: the packages in `packages/` and `examples/` that are not private. */
export function publishedPackages(): readonly PublishedPackage[] {
  const folders = globSync('{packages,examples}/*/package.json', { cwd: REPOSITORY }).map((file) => join(REPOSITORY, dirname(file)));
  return folders
    .toSorted()
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => !manifest.private);
}
