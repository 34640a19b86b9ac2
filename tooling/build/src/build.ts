/**
 * Compiles the package in the current folder to `dist/`: JavaScript and declarations by tsc, `.sql` files copied beside them.
 * tsc sees the sources of the packages it imports too, so its output goes to a folder of its own first and only our part is kept.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const packageFolder = process.cwd();
const repository = resolve(import.meta.dirname, '../../..');
const emitted = join(packageFolder, '.tsbuild');
const dist = join(packageFolder, 'dist');

const isPublished = (file: string) => !/\.test\.ts$/.test(file);
const sources = globSync('src/**/*.ts', { cwd: packageFolder }).filter(isPublished);
const config = join(packageFolder, 'tsconfig.build.json');

rmSync(emitted, { recursive: true, force: true });
rmSync(dist, { recursive: true, force: true });
writeFileSync(
  config,
  JSON.stringify({
    extends: relative(packageFolder, join(repository, 'tsconfig.base.json')),
    compilerOptions: { noEmit: false, declaration: true, rootDir: repository, outDir: emitted },
    files: sources,
  }),
);
const compiled = spawnSync('tsc', ['-p', config], { stdio: 'inherit', shell: process.platform === 'win32' });
rmSync(config, { force: true });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

cpSync(join(emitted, relative(repository, packageFolder), 'src'), dist, { recursive: true });
for (const file of globSync('src/**/*.{sql,json,mjs}', { cwd: packageFolder })) {
  const copy = join(dist, relative('src', file));
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(join(packageFolder, file), copy);
}
rmSync(emitted, { recursive: true, force: true });
