import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StaleFile {
  /** Relative to the package. */
  readonly path: string;
  /** An orphan is a generated file whose query is gone. */
  readonly state: 'differs' | 'missing' | 'orphan';
}

/** Where the generated files on disk are not what generating gives; line ends do not count. */
export function compareFiles(packageFolder: string, wanted: ReadonlyMap<string, string>): readonly StaleFile[] {
  const stale = [...wanted].flatMap(([path, content]): StaleFile[] => {
    const file = join(packageFolder, path);
    if (!existsSync(file)) return [{ path, state: 'missing' }];
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === content ? [] : [{ path, state: 'differs' }];
  });
  const orphans = readdirSync(join(packageFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(queries|gen)\.ts$/.test(path) && !wanted.has(path));
  return [...stale, ...orphans.map((path): StaleFile => ({ path, state: 'orphan' }))];
}
