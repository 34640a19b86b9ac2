import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, dictionarySchemas, renderDictionary } from '@godwit/catalog';

const NOTICE = '<!-- Written by `godwit docs`: the descriptions are the comments in the database. -->';

/** A page of the dictionary that is not as it would be written. */
export interface StalePage {
  /** Below the folder: `charts.md`. */
  readonly name: string;
  /** Null where there is nothing to tell any more: the page goes. */
  readonly text: string | null;
}

/** The pages by name: one for each schema that has something to tell. */
export function dictionaryPages(catalog: Catalog): ReadonlyMap<string, string> {
  return new Map(
    dictionarySchemas(catalog).map((schema) => [`${fileName(schema)}.md`, `${NOTICE}\n\n${renderDictionary(catalog, schema)}`]),
  );
}

/** Whether somebody has written pages there, and so wants them. */
export function holdsPages(folder: string): boolean {
  return pagesIn(folder).length > 0;
}

/** Pages that differ, and those of schemas that are gone. Whatever else is in the folder is somebody's own. */
export function stalePages(folder: string, pages: ReadonlyMap<string, string>): readonly StalePage[] {
  const stale = [...pages].filter(([name, text]) => read(join(folder, name)) !== text).map(([name, text]) => ({ name, text }));
  const orphans = pagesIn(folder).filter((name) => !pages.has(name));
  return [...stale, ...orphans.map((name) => ({ name, text: null }))];
}

function pagesIn(folder: string): readonly string[] {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  return there.filter((name) => name.endsWith('.md') && read(join(folder, name))?.startsWith(NOTICE));
}

/** A schema may be called anything. */
function fileName(schema: string): string {
  return encodeURIComponent(schema).replace(/^\./, '%2E');
}

/** A checkout on Windows may have other line endings. */
function read(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : null;
}
