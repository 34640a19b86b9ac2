import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileText, HistoryShadow, ShadowSource } from '@godwit/authoring';
import type { SchemaFile, SchemaSnapshot } from '@godwit/difference';
import { type History, headOf, type Position } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import type { InspectOptions } from './inspect-head.ts';

/** Where a history's schema stands as readable SQL, as the user would type it. */
export function schemaFolder({ folder }: Pick<History, 'folder'>): string {
  return join(folder, 'schema');
}

/**
 * What has to be written for `schema/` to say what the new head makes. Edits in it that this revision does not make true are not written over.
 *
 * @throws SchemaEdited
 */
export async function exportedSchema(
  context: CommandContext,
  { client }: HistoryShadow,
  options: InspectOptions,
): Promise<readonly FileText[]> {
  const { exportSchema, schemaFolderChanges, takeSnapshot } = await loadDifference();
  const folder = schemaFolder(options.history);
  const snapshot = await takeSnapshot(client);
  const files = await exportSchema(snapshot);
  const { written, removed } = schemaFolderChanges(folder, files);
  // A file that is new writes nothing over.
  const overwritten = [...removed, ...written].some((path) => existsSync(join(folder, path)));
  if (overwritten) await refuseEdits(context, { folder, snapshot, ...options });
  return [...fileTexts(folder, files, written), ...removed.map((path) => ({ path: join(folder, path), text: null }))];
}

function fileTexts(folder: string, files: readonly SchemaFile[], paths: readonly string[]): readonly FileText[] {
  const wanted = new Set(paths);
  return files.filter(({ path }) => wanted.has(path)).map(({ path, sql }) => ({ path: join(folder, path), text: sql }));
}

interface Edits extends InspectOptions {
  readonly folder: string;
  /** Of the new head. */
  readonly snapshot: SchemaSnapshot;
}

/** What the folder says may be what the old head makes, to the letter, or what the new one makes, in meaning. */
async function refuseEdits(context: CommandContext, { folder, snapshot, history, source }: Edits): Promise<void> {
  const { checkSchemaFolder, schemaFolderChanges } = await loadDifference();
  const { SchemaEdited } = await loadAuthoring();
  const { written, removed } = schemaFolderChanges(folder, await exportAt(history, source));
  if (written.length + removed.length === 0) return;
  context.output.transient('  ◐ reading the edits in schema/ …');
  const differences = await inEmpty(source, (client) => checkSchemaFolder(client, folder, snapshot));
  if (differences.length > 0) throw new SchemaEdited(folder, differences);
}

async function exportAt(history: History, source: ShadowSource): Promise<readonly SchemaFile[]> {
  const { withHistoryShadow } = await loadAuthoring();
  const { exportSchema, takeSnapshot } = await loadDifference();
  const head = headOf(history);
  const target: Position = head === null ? { kind: 'base' } : { kind: 'revision', revision: head };
  return withHistoryShadow({ source, history, target, seeds: true }, async ({ client }) => exportSchema(await takeSnapshot(client)));
}

async function inEmpty<T>(source: ShadowSource, work: (client: HistoryShadow['client']) => Promise<T>): Promise<T> {
  const { withHistoryShadow } = await loadAuthoring();
  const nothing = { revisions: [] };
  return withHistoryShadow(
    { source: { ...source, prepare: async () => undefined }, history: nothing, target: { kind: 'base' }, seeds: false, kept: false },
    ({ client }) => work(client),
  );
}
