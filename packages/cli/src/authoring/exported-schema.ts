import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileText, HistoryShadow, ShadowSource } from '@godwit/authoring';
import { type Catalog, compareCatalogs, describeDifference, narrowCatalog } from '@godwit/catalog';
import type { SchemaFile, SchemaSnapshot } from '@godwit/difference';
import { type History, headOf, type Position } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import type { InspectOptions } from './inspect-head.ts';
import { schemaChanges } from './schema-changes.ts';

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
  options: ExportOptions,
): Promise<readonly FileText[]> {
  const { exportSchema, filesOf, takeSnapshot } = await loadDifference();
  const folder = schemaFolder(options.history);
  const snapshot = await takeSnapshot(client);
  const changes = await schemaChanges(folder, await exportSchema(snapshot));
  const before = options.before && filesOf(options.before);
  // A file that is new writes nothing over. One that is missing was removed as an edit, where the old head has something in it.
  const overwrites = ({ path }: FileText) => existsSync(path) || before?.has(relative(folder, path).replaceAll(sep, '/'));
  if (holdsSql(folder) && changes.some(overwrites)) await refuseEdits(context, { folder, snapshot, ...options });
  return changes;
}

export interface ExportOptions extends InspectOptions {
  /** What the old head makes; null when that is not known. */
  readonly before: Catalog | null;
}

/** A folder that is empty is as good as none: there is nothing that anybody could have edited. */
function holdsSql(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) => path.endsWith('.sql'));
}

interface Edits extends ExportOptions {
  readonly folder: string;
  /** Of the new head. */
  readonly snapshot: SchemaSnapshot;
}

/** What the folder says may be what the old head makes, to the letter, or what the new one makes, in meaning. */
async function refuseEdits(context: CommandContext, { folder, snapshot, history, source, before }: Edits): Promise<void> {
  const { checkSchemaFolder, schemaFolderChanges } = await loadDifference();
  const { SchemaEdited } = await loadAuthoring();
  const { written, removed } = schemaFolderChanges(folder, await exportAt(history, source));
  if (written.length + removed.length === 0) return;
  context.output.transient('  ◐ reading the edits in schema/ …');
  const differences = await inEmpty(source, (client) => checkSchemaFolder(client, folder, snapshot));
  if (differences.length === 0) return;
  // What the revision does, the folder cannot say yet: that is nobody's edit.
  const notYet = new Set(
    before === null ? [] : compareCatalogs(ownerless(snapshot.catalog), ownerless(before)).flatMap(describeDifference),
  );
  const edits = differences.filter((line) => !notYet.has(line));
  throw new SchemaEdited(folder, edits.length > 0 ? edits : differences);
}

function ownerless(catalog: Catalog): Catalog {
  return narrowCatalog(catalog, { owners: false });
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
