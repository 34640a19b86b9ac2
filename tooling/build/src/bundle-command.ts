import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
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

function entriesOf(folder: string, manifest: Manifest): string[] {
  const scripts = Object.values(manifest.bin).map((script) => readFileSync(join(folder, script), 'utf8'));
  const names = scripts.flatMap((text) => [...text.matchAll(/'\.\.\/dist\/([\w-]+)\.js'/g)].map(([, name = '']) => name));
  const missing = names.filter((name) => !existsSync(join(folder, 'src', `${name}.ts`)));
  if (names.length === 0 || missing.length > 0) {
    throw new Error(
      `${manifest.name}: its bin imports no ../dist/<entry>.js, or one without a source: ${missing.join(', ')} (${globSync('bin/*', { cwd: folder })})`,
    );
  }
  return names;
}
