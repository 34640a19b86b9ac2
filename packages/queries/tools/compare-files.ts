import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BACKFILLS, QUERIES } from './repository.ts';

export interface StaleFile {
  /** From the root of the repository. */
  readonly path: string;
  /** An orphan is a generated file whose query is gone. */
  readonly state: 'differs' | 'missing' | 'orphan';
}

/** Where the generated files on disk are not what generating gives; line ends do not count. */
export function compareFiles(root: string, wanted: ReadonlyMap<string, string>): readonly StaleFile[] {
  const stale = [...wanted].flatMap(([path, content]): StaleFile[] => {
    const file = join(root, path);
    if (!existsSync(file)) return [{ path, state: 'missing' }];
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === content ? [] : [{ path, state: 'differs' }];
  });
  const orphans = [`${QUERIES}/src`, `${BACKFILLS}/backfills`]
    .flatMap((folder) => generatedBelow(root, folder))
    .filter((path) => !wanted.has(path));
  return [...stale, ...orphans.map((path): StaleFile => ({ path, state: 'orphan' }))];
}

function generatedBelow(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => /\.(queries|gen)\.ts$/.test(path));
  return paths.map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
}
