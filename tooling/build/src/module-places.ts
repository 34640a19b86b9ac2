import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readManifest } from './manifest.ts';

/** A workspace package inside a bundle: where its sources are, and where below `dist/` its files go. */
export interface BundledPackage {
  readonly source: string;
  readonly place: string;
}

/**
 * Gives every module of a bundle a place of its own below `dist/`, so that `new URL('./sql/x.sql', import.meta.url)` finds the
 * file of this module and not one of the same name of another. The command's own modules stand where they would without a
 * bundle; those of other packages in a folder with the package's name.
 */
export class ModulePlaces {
  readonly #command: string;

  constructor(commandFolder: string) {
    this.#command = commandFolder;
  }

  /**
   * The code with `import.meta.url` as the URL of the module's place, or null when there is nothing to change.
   *
   * @throws when the module finds its own file in a way that a bundle cannot keep
   */
  rewrite(code: string, id: string): string | null {
    if (id.startsWith('\0')) return null;
    const [used] = /\bimport\.meta\b[.\w]*/.exec(withoutComments(code)) ?? [];
    if (used === undefined) return null;
    const owner = this.#owner(id);
    if (owner === null || /\bimport\.meta\b(?!\.url\b)/.test(withoutComments(code))) {
      throw new Error(`${id} uses ${used}, which means another file in a bundle: name its package in dependencies`);
    }
    const file = relative(owner.source, id).replaceAll(sep, '/');
    const place = `./${owner.place === '' ? '' : `${owner.place}/`}${file}`;
    const url = `const godwitModuleUrl = new URL(${JSON.stringify(place)}, import.meta.url).href;`;
    return `${url}\n${code.replaceAll(/\bimport\.meta\.url\b/g, 'godwitModuleUrl')}`;
  }

  /** The workspace packages that these modules belong to. */
  packagesOf(ids: readonly string[]): BundledPackage[] {
    const owners = ids.flatMap((id) => this.#owner(id) ?? []);
    return [...new Map(owners.map((owner) => [owner.source, owner])).values()];
  }

  #owner(id: string): BundledPackage | null {
    if (id.split(sep).includes('node_modules')) return null;
    for (let folder = dirname(id); folder !== dirname(folder); folder = dirname(folder)) {
      if (!existsSync(join(folder, 'package.json'))) continue;
      return { source: join(folder, 'src'), place: folder === this.#command ? '' : readManifest(folder).name };
    }
    return null;
  }
}

/** Near enough to find words in code; strings that look like comments go too. */
function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}
