import type { FileText } from '@godwit/authoring';
import type { CommandContext } from '../context.ts';
import { keptPages, pageChanges } from '../docs/page-changes.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import type { SchemaMove } from './follow-schema.ts';

/** What has to be written for the data dictionary to follow the history to another head. Nothing where there is none. */
export async function followDictionary(
  context: CommandContext,
  { history, source, to }: Omit<SchemaMove, 'from'>,
): Promise<readonly FileText[]> {
  if (keptPages(context) === null) return [];
  const { withHistoryShadow } = await loadAuthoring();
  // The kept one with the seeds in it, which commit uses too.
  return withHistoryShadow({ source, history, target: to, seeds: true }, ({ client }) => pageChanges(context, client));
}
