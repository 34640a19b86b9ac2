import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileText, ShadowSource } from '@godwit/authoring';
import type { History, Position } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import { schemaFolder } from './exported-schema.ts';

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
  const { schemaFolderChanges } = await loadDifference();
  context.output.transient('  ◐ taking schema/ along …');
  const now = schemaFolderChanges(folder, await exportAt(history, source, from));
  if (now.written.length + now.removed.length > 0) {
    context.output.note(`${context.output.errorStyle.yellow('!')} ${folder} was edited, and is left as it is`);
    return [];
  }
  const files = await exportAt(history, source, to);
  const { written, removed } = schemaFolderChanges(folder, files);
  const wanted = new Set(written);
  return [
    ...files.filter(({ path }) => wanted.has(path)).map(({ path, sql }) => ({ path: join(folder, path), text: sql })),
    ...removed.map((path) => ({ path: join(folder, path), text: null })),
  ];
}

async function exportAt(history: History, source: ShadowSource, target: Position) {
  const { withHistoryShadow } = await loadAuthoring();
  const { exportSchema, takeSnapshot } = await loadDifference();
  // The kept one with the seeds in it, which commit uses too.
  return withHistoryShadow({ source, history, target, seeds: true }, async ({ client }) => exportSchema(await takeSnapshot(client)));
}
