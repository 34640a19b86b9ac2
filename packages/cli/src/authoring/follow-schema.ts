import { existsSync } from 'node:fs';
import type { FileText, ShadowSource } from '@godwit/authoring';
import type { History, Position } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import { schemaFolder } from './exported-schema.ts';
import { schemaChanges } from './schema-changes.ts';

export interface SchemaMove {
  readonly history: History;
  readonly source: ShadowSource;
  /** What `schema/` says now, unless somebody has edited it. */
  readonly from: Position;
  /** What it is to say. */
  readonly to: Position;
}

/**
 * What has to be written for `schema/` to follow the history to another head. Nothing where there is no such folder, and nothing where it was
 * edited: what its author wants is not known here.
 */
export async function followSchema(context: CommandContext, { history, source, from, to }: SchemaMove): Promise<readonly FileText[]> {
  const folder = schemaFolder(history);
  if (!existsSync(folder)) return [];
  context.output.transient('  ◐ taking schema/ along …');
  if ((await schemaChanges(folder, await exportAt(history, source, from))).length > 0) {
    context.output.note(`${context.output.errorStyle.yellow('!')} ${folder} was edited, and is left as it is`);
    return [];
  }
  return schemaChanges(folder, await exportAt(history, source, to));
}

async function exportAt(history: History, source: ShadowSource, target: Position) {
  const { withHistoryShadow } = await loadAuthoring();
  const { exportSchema, takeSnapshot } = await loadDifference();
  // The kept one with the seeds in it, which commit uses too.
  return withHistoryShadow({ source, history, target, seeds: true }, async ({ client }) => exportSchema(await takeSnapshot(client)));
}
