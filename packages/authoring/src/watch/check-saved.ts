import type { History } from '@godwit/history';
import type { LintContext, Schema } from '@godwit/lint';
import type { Client } from '@godwit/postgres';
import { wornTables } from '../attempt/worn-tables.ts';
import type { WrittenText } from '../attempt/written-text.ts';
import { offsetOf } from '../commit/refuse-body.ts';
import { frameInCurrent } from '../current/frame-in-current.ts';
import { checkQueries } from '../queries/check-queries.ts';
import type { QueryFiles } from '../queries/read-queries.ts';
import type { WatchObserver } from './watch-event.ts';

/** What is looked at after a save, off the hot path. */
export interface SaveChecks {
  readonly queries: QueryFiles;
  /** The rules and settings; what earlier revisions made is read from the history. */
  readonly lint: LintContext;
}

export interface CheckedSave {
  readonly written: WrittenText;
  /** What earlier revisions made, see `schemaOf`. */
  readonly schema: Schema;
  readonly client: Client;
  readonly checks: SaveChecks;
  readonly observer: WatchObserver;
  /** A newer save makes all of it void. */
  readonly signal: AbortSignal;
}

/** Lints the text, has the typed queries of the application prepared, and looks for tables that have used up their columns. */
export async function checkSaved({ written, schema, client, checks, observer, signal }: CheckedSave): Promise<void> {
  const findings = await findingsOf(written, schema, checks.lint);
  if (signal.aborted) return;
  if (findings.length > 0) observer({ kind: 'findings', findings });
  const broken = checks.queries.patterns.length === 0 ? [] : await checkQueries(client, checks.queries);
  if (signal.aborted) return;
  if (broken.length > 0) observer({ kind: 'queries', broken });
  const tables = await wornTables(client);
  if (tables.length > 0 && !signal.aborted) observer({ kind: 'worn', tables });
}

/** What the committed revisions made, for the rules that ask. Costs as much as to parse them all: once for a history, not for a save. */
export async function schemaOf({ revisions }: History, { searchPath }: LintContext): Promise<Schema> {
  const { readSchema } = await import('@godwit/lint');
  const committed = revisions.map(({ path, body, transactional }) => ({ path, text: body, transactional, role: 'forward' as const }));
  return await readSchema(committed, searchPath);
}

async function findingsOf({ current }: WrittenText, schema: Schema, context: LintContext) {
  const { lint } = await import('@godwit/lint');
  const source = { path: current.location.path, text: current.body, transactional: current.transactional, role: 'forward' as const };
  const findings = await lint([source], { ...context, history: schema });
  return findings.map((finding) => ({ ...finding, frame: frameInCurrent(current, offsetOf(finding.frame)) }));
}
