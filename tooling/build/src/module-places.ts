import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
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
    if (id.startsWith('\0') || !code.includes('import.meta')) return null;
    const uses = usesOfMeta(code, id);
    if (uses.length === 0) return null;
    const owner = this.#owner(id);
    const lost = owner === null ? uses[0] : uses.find(({ property }) => property !== 'url');
    if (owner === null || lost !== undefined) {
      const used = code.slice(lost?.start, lost?.end);
      throw new Error(`${id} uses ${used}, which means another file in a bundle: name its package in dependencies`);
    }
    const file = relative(owner.source, id).replaceAll(sep, '/');
    const place = `./${owner.place === '' ? '' : `${owner.place}/`}${file}`;
    const url = `const godwitModuleUrl = new URL(${JSON.stringify(place)}, import.meta.url).href;`;
    return `${url}\n${replaceUses(code, uses, 'godwitModuleUrl')}`;
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

interface MetaUse {
  readonly start: number;
  readonly end: number;
  /** Null where the object itself is used, or a property by a computed name. */
  readonly property: string | null;
}

/** Where a module asks where it is, in the order of its text: by its syntax, so that text that only says so is none. */
function usesOfMeta(code: string, id: string): MetaUse[] {
  const uses = new Map<number, MetaUse>();
  new Visitor({
    MetaProperty: ({ start, end, meta }) => {
      if (meta.name === 'import' && !uses.has(start)) uses.set(start, { start, end, property: null });
    },
    MemberExpression: ({ start, end, object, property, computed }) => {
      if (object.type !== 'MetaProperty' || object.meta.name !== 'import') return;
      uses.set(start, { start, end, property: !computed && property.type === 'Identifier' ? property.name : null });
    },
  }).visit(parseSync(id, code).program);
  return [...uses.values()].sort((a, b) => a.start - b.start);
}

function replaceUses(code: string, uses: readonly MetaUse[], replacement: string): string {
  const ends = [0, ...uses.map(({ end }) => end)];
  const kept = [...uses.map(({ start }, index) => code.slice(ends[index], start)), code.slice(ends.at(-1))];
  return kept.join(replacement);
}
