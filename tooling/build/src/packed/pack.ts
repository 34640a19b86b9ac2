import { join } from 'node:path';
import { pnpm } from './pnpm.ts';
import type { PublishedPackage } from './published-packages.ts';
import { runWell } from './run.ts';

/** A package as npm would get it. */
export interface Tarball extends PublishedPackage {
  readonly file: string;
  /** Paths inside, such as `dist/index.js`. */
  readonly contents: ReadonlySet<string>;
}

/** Packs a built package into the folder. */
export function pack(published: PublishedPackage, destination: string): Tarball {
  const [command, ...words] = pnpm();
  const { stdout } = runWell(command, [...words, 'pack', '--json', '--pack-destination', destination], { directory: published.folder });
  const { filename, files } = parse(stdout.slice(stdout.indexOf('{')));
  return { ...published, file: join(destination, filename), contents: new Set(files) };
}

function parse(text: string): { readonly filename: string; readonly files: readonly string[] } {
  const json: unknown = JSON.parse(text);
  if (typeof json !== 'object' || json === null || !('filename' in json) || !('files' in json)) throw new Error(`pnpm pack said ${text}`);
  const { filename, files } = json;
  if (typeof filename !== 'string' || !Array.isArray(files)) throw new Error(`pnpm pack said ${text}`);
  return { filename: filename.split(/[\\/]/).at(-1) ?? filename, files: files.map(pathOf) };
}

function pathOf(file: unknown): string {
  if (typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string') return file.path;
  throw new Error(`pnpm pack lists ${JSON.stringify(file)}`);
}
