import type { FileText, HistoryShadow, ShadowSource } from '@godwit/authoring';
import type { History } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { followPages } from '../docs/page-changes.ts';
import { count } from '../output/columns.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { type ExportOptions, exportedSchema } from './exported-schema.ts';

export interface InspectOptions {
  /** Before the revision. */
  readonly history: History;
  readonly source: ShadowSource;
}

/**
 * Looks at the database with the new revision in it: whether the application's queries still fit, what `schema/` has to say, and the data
 * dictionary where there is one.
 *
 * @returns the files of both that change
 * @throws QueriesBroken, SchemaEdited
 */
export async function inspectHead(context: CommandContext, shadow: HistoryShadow, options: ExportOptions): Promise<readonly FileText[]> {
  await refuseBrokenQueries(context, shadow);
  const files = await exportedSchema(context, shadow, options);
  tellExported(context, files);
  return [...files, ...(await followPages(context, shadow.client))];
}

export function tellExported({ output }: CommandContext, files: readonly FileText[]): void {
  if (output.json || files.length === 0) return;
  output.line(`  ${output.style.green('✔')} schema  ${count(files.length, 'file')} of schema/ to be written`);
}

async function refuseBrokenQueries({ config, output }: CommandContext, { client }: HistoryShadow): Promise<void> {
  const { checkQueries, QueriesBroken } = await loadAuthoring();
  const { queries: patterns, root } = config();
  if (patterns.length === 0) return;
  const broken = await checkQueries(client, { root, patterns });
  if (broken.length > 0)
    throw new QueriesBroken(broken.map(({ file, line, name, reason }) => `${file}:${line} ${name ?? 'the file'}: ${reason}`));
  if (!output.json) output.line(`  ${output.style.green('✔')} queries  all still fit`);
}
