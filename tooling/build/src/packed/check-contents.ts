import type { Tarball } from './pack.ts';

/** What is wrong with a tarball, a line each: promised files that are missing, files that nobody outside needs. */
export function checkContents({ manifest, contents }: Tarball): string[] {
  const promised = [...Object.values(manifest.bin), ...manifest.exported].map((file) => file.replace(/^\.\//, ''));
  const declarations = promised.flatMap((file) => (file.startsWith('dist/') && file.endsWith('.js') ? file.replace(/\.js$/, '.d.ts') : []));
  const missing = [...promised, ...declarations, 'README.md', 'LICENSE'].filter((file) => !contents.has(file));
  const superfluous = [...contents].filter((file) => /\.test\.\w+$|(^|\/)tsconfig|\.tsbuildinfo$/.test(file));
  return [...missing.map((file) => `${file} is not in the package`), ...superfluous.map((file) => `${file} should not be in the package`)];
}
