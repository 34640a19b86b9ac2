import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { copyAssets } from './assets.ts';
import type { Manifest } from './manifest.ts';
import { ModulePlaces } from './module-places.ts';
import { renderNotices } from './notices.ts';

/**
 * Puts a command into one file, `dist/<entry>.js` for the entry that its `bin` script imports. What `dependencies` and
 * `optionalDependencies` name stays outside, to be installed by npm; every other package is bundled, workspace packages from
 * their sources. Their SQL comes along, and so do the licences of what others wrote.
 *
 * @throws when a module cannot be bundled: an unresolved import, or an `import.meta` property other than `url`
 */
export async function bundleCommand(folder: string, manifest: Manifest): Promise<void> {
  const dist = join(folder, 'dist');
  const places = new ModulePlaces(folder);
  const outside = new Set([...manifest.installed, 'pg-native']);
  const bundle = await rolldown({
    input: entriesOf(folder, manifest).map((name) => join(folder, 'src', `${name}.ts`)),
    platform: 'node',
    external: (id) => outside.has(packageOf(id)),
    plugins: [{ name: 'godwit-module-places', transform: (code, id) => places.rewrite(code, id) }],
    onLog(level, log, handle) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      handle(level, log);
    },
  });
  try {
    const { output } = await bundle.write({ dir: dist, format: 'esm', codeSplitting: false });
    const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
    for (const { source, place } of places.packagesOf(modules)) copyAssets(source, join(dist, place));
    writeFileSync(join(dist, 'NOTICES.txt'), renderNotices(modules));
  } finally {
    await bundle.close();
  }
}

/** `commander/esm.mjs` belongs to `commander`, `@scope/name/part` to `@scope/name`; a path belongs to none. */
function packageOf(id: string): string {
  if (id.startsWith('.') || id.startsWith('/')) return '';
  return id.split('/', id.startsWith('@') ? 2 : 1).join('/');
}

/** @throws Error when a `bin` script imports no `../dist/<entry>.js`, or one that no `src/<entry>.ts` becomes */
function entriesOf(folder: string, { name, bin }: Manifest): string[] {
  return Object.values(bin).map((script) => {
    const entry = /'\.\.\/dist\/([\w-]+)\.js'/.exec(readFileSync(join(folder, script), 'utf8'))?.[1];
    if (entry !== undefined && existsSync(join(folder, 'src', `${entry}.ts`))) return entry;
    throw new Error(
      `${name}: ${script} imports ${entry === undefined ? 'nothing of ../dist' : `../dist/${entry}.js, which has no source`}`,
    );
  });
}
