import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { readManifest } from './manifest.ts';

/** The licences of the packages from npm whose modules are in a bundle: their terms want the text to travel with the code. */
export function renderNotices(moduleIds: readonly string[]): string {
  const folders = new Set(moduleIds.filter((id) => id.split(sep).includes('node_modules')).map(packageFolder));
  const notices = [...folders].map((folder) => {
    const { name, version, license } = readManifest(folder);
    return { title: `${name} ${version}`, text: licenceText(folder) ?? `Licence: ${license}` };
  });
  return notices
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
    .map(({ title, text }) => `${title}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function packageFolder(id: string): string {
  for (let folder = dirname(id); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && hasName(folder)) return folder;
  }
  throw new Error(`${id} belongs to no package`);
}

/** Packages hold nameless `package.json` files too, which only say `"type": "module"`. */
function hasName(folder: string): boolean {
  return /"name"\s*:/.test(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Some packages have it in a file, some at the end of their README, some only by name. */
function licenceText(folder: string): string | undefined {
  const read = (pattern: string) => globSync(pattern, { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))[0];
  return read('{LICEN[CS]E,licen[cs]e,COPYING}*') ?? /^#+\s*licen[cs]e[\s\S]*/im.exec(read('{README,readme,Readme}*') ?? '')?.[0];
}
