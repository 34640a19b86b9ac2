import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Extension } from '@electric-sql/pglite';
import { readTar, type TarFile } from './tar.ts';

/** The part of Emscripten's module that is used. */
interface FileSystemModule {
  readonly FS: { mkdirTree(path: string): void; writeFile(path: string, content: Uint8Array): void };
}

const unpacked = new Map<string, readonly TarFile[]>();

/** Read once for all databases of a thread. */
function unpack(bundle: URL): readonly TarFile[] {
  const known = unpacked.get(bundle.href);
  if (known !== undefined) return known;
  const files = readTar(gunzipSync(readFileSync(bundle))).filter(({ path }) => !posix.basename(path).startsWith('.'));
  unpacked.set(bundle.href, files);
  return files;
}

/** Where PGlite's PostgreSQL has its `lib` and `share`. */
const INSTALLATION = '/pglite';

/**
 * An extension whose library is compiled when `create extension` or a function loads it. PGlite compiles the libraries of all extensions
 * whenever a database is opened, used or not, which takes as long as opening itself.
 */
export function loadedWhenUsed(extension: Extension): Extension {
  return {
    name: extension.name,
    setup: async (pglite, options) => {
      const { bundlePath, ...result } = await extension.setup(pglite, options);
      if (bundlePath === undefined) return result;
      const files = unpack(bundlePath);
      const install = ({ FS }: FileSystemModule): void => {
        for (const { path, content } of files) {
          const target = posix.join(INSTALLATION, path);
          FS.mkdirTree(posix.dirname(target));
          FS.writeFile(target, content);
        }
      };
      const emscriptenOpts = result.emscriptenOpts ?? options;
      return { ...result, emscriptenOpts: { ...emscriptenOpts, preRun: [...emscriptenOpts.preRun, install] } };
    },
  };
}
