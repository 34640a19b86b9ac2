import { isAbsolute, join, resolve } from 'node:path';
import type { FileText } from '@godwit/authoring';
import { extractCatalog } from '@godwit/catalog';
import type { Client } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { displayPath } from '../session/open-history.ts';
import { dictionaryPages, holdsPages, stalePages } from './dictionary-pages.ts';

export const DEFAULT_FOLDER = 'docs/schema';

/** The folder of the data dictionary. */
export function dictionaryFolder(context: CommandContext, named = DEFAULT_FOLDER): string {
  return isAbsolute(named) ? named : resolve(context.config().root, named);
}

/** The pages of what is in a database, by name. Who owns what, and who may what, differs from server to server. */
export async function pagesOf(client: Client): Promise<ReadonlyMap<string, string>> {
  return dictionaryPages(await extractCatalog(client, { owners: false, grants: false }));
}

/** Where the pages of a project are that has some, as the user would type it; null where nobody has written any. */
export function keptPages(context: CommandContext): string | null {
  const folder = dictionaryFolder(context);
  return holdsPages(folder) ? displayPath(context, folder) : null;
}

/** What has to be written for the pages that are kept to say what is in a database. */
export async function pageChanges(context: CommandContext, client: Client): Promise<readonly FileText[]> {
  const folder = keptPages(context);
  if (folder === null) return [];
  return stalePages(folder, await pagesOf(client)).map(({ name, text }) => ({ path: join(folder, name), text }));
}

/** The same, said. */
export async function followPages(context: CommandContext, client: Client): Promise<readonly FileText[]> {
  const files = await pageChanges(context, client);
  const { output } = context;
  if (!output.json && files.length > 0)
    output.line(`  ${output.style.green('✔')} docs  ${count(files.length, 'page')} of ${keptPages(context)} to be written`);
  return files;
}
