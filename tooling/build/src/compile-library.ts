import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { copyAssets } from './assets.ts';

const repository = resolve(import.meta.dirname, '../../..');

/**
 * Compiles `src/` to `dist/`, a `.js` and a `.d.ts` a file, with its assets beside them. False when tsc found errors.
 *
 * tsc reads the sources of the packages that are imported too, so its output goes to a folder of its own first and only our
 * part is kept.
 */
export function compileLibrary(folder: string): boolean {
  const emitted = join(folder, '.tsbuild');
  const config = join(folder, 'tsconfig.build.json');
  rmSync(emitted, { recursive: true, force: true });
  writeFileSync(config, JSON.stringify(buildConfig(folder, emitted)));
  try {
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
    if (spawnSync(process.execPath, [tsc, '-p', config], { stdio: 'inherit' }).status !== 0) return false;
    const dist = join(folder, 'dist');
    cpSync(join(emitted, relative(repository, folder), 'src'), dist, { recursive: true });
    copyAssets(join(folder, 'src'), dist);
    return true;
  } finally {
    rmSync(config, { force: true });
    rmSync(emitted, { recursive: true, force: true });
  }
}

function buildConfig(folder: string, emitted: string): object {
  return {
    extends: relative(folder, join(repository, 'tsconfig.base.json')),
    compilerOptions: { noEmit: false, declaration: true, rootDir: repository, outDir: emitted },
    files: globSync('src/**/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts')),
  };
}
