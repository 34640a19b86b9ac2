import { applyPlaceholders, type Placeholders } from '@godwit/history';
import { type Client, readServerError, readSql, serverVersion } from '@godwit/postgres';
import * as v from 'valibot';
import type { Step } from '../plan/step.ts';
import { byteOffsets } from '../statements/byte-offsets.ts';
import { parseStatements } from '../statements/parse-statements.ts';
import { loadSqlParser } from '../statements/parser.ts';
import { schemasOf, searchPathOf } from '../statements/search-path.ts';
import { searchPathChange } from '../statements/search-path-change.ts';
import { firstLineOf, writtenStatements } from '../statements/written-statements.ts';
import { createAsker } from './ask.ts';
import { assessAction } from './assess-action.ts';
import { findLossyActions } from './find-lossy-actions.ts';
import { hiddenChanges } from './hidden-changes.ts';
import type { Loss, LossReport, UnseenStatement } from './loss.ts';
import { createNaming, type Naming } from './naming.ts';
import { createPlannedChanges } from './planned-changes.ts';

export interface AssessLossOptions {
  readonly client: Client;
  readonly plan: { readonly steps: readonly Pick<Step, 'hash' | 'name' | 'body'>[] };
  /** True inside a transaction that is open, which is left as it was found; else one is opened. */
  readonly withinTransaction?: boolean;
  /** As `resolvePlaceholders` gives them. */
  readonly placeholders: Placeholders;
  /** As in `ExecuteSettings`: the plan is looked at as the role and with the settings that it would run with. */
  readonly searchPath?: string;
  readonly pgSettings?: Readonly<Record<string, string>>;
  /** For one count, milliseconds; then it is estimated. Five seconds unless given. */
  readonly questionMs?: number;
  /** For all of them, milliseconds. Thirty seconds unless given. */
  readonly totalMs?: number;
}

const DEFAULT_QUESTION_MS = 5_000;
const DEFAULT_TOTAL_MS = 30_000;

const ALONE = ['begin isolation level repeatable read read only', 'rollback'] as const;
const NESTED = ['savepoint godwit_loss', 'rollback to savepoint godwit_loss; release savepoint godwit_loss'] as const;

const schemaRow = v.object({ schema: v.nullable(v.string()) });

/**
 * Counts what a plan would take from the rows that are there now, before any of its steps: in one read-only transaction, that
 * is on one snapshot, which is rolled back; or in the caller's. A statement that does not parse is left to the executor.
 */
export async function assessLoss(options: AssessLossOptions): Promise<LossReport> {
  const { client, plan, placeholders, pgSettings = {}, questionMs = DEFAULT_QUESTION_MS, totalMs = DEFAULT_TOTAL_MS } = options;
  const losses: Loss[] = [];
  const unseen: UnseenStatement[] = [];
  if (plan.steps.length === 0) return { losses, unseen };
  const parser = await loadSqlParser();
  const version = await serverVersion(client);
  const [begin, end] = options.withinTransaction ? NESTED : ALONE;
  await client.query(`${begin}; ${readSql(import.meta.url, './sql/look-unobtrusively.sql')}`);
  try {
    const settings = { search_path: searchPathOf(options), ...pgSettings };
    for (const [name, value] of Object.entries(settings)) await setLocal(client, name, value);
    const { rows } = await client.query(readSql(import.meta.url, './sql/current-schema.sql'));
    const { schema } = v.parse(schemaRow, rows[0]);
    const assessing = {
      asker: createAsker({ client, serverVersion: version, questionMs, totalMs }),
      naming: createNaming(schema ?? 'public'),
      updated: new Set<string>(),
      changes: createPlannedChanges(),
    };
    for (const { hash, name, body } of plan.steps) {
      // Each step begins anew.
      assessing.naming.forgetTemporary();
      await usePath(client, assessing.naming, { path: settings.search_path, schema });
      const sql = applyPlaceholders(body, placeholders);
      const units = byteOffsets(sql);
      const { statements } = await parseStatements(sql);
      const written = sql === body ? statements : await writtenStatements(body, statements);
      for (const [index, statement] of statements.entries()) {
        const place = { step: { hash, name }, statement: firstLineOf(written[index] ?? statement) };
        const located = { parser, statement, offsetOf: (byte: number) => units(byte) - statement.offset };
        for (const action of [...findLossyActions(located), ...hiddenChanges(statement)]) {
          const assessed = await assessAction(assessing, action);
          losses.push(...assessed.losses.map((loss) => ({ ...loss, ...place })));
          if (assessed.unseen !== null) unseen.push({ ...place, reason: assessed.unseen });
        }
        assessing.naming.follow(statement.node);
        const path = searchPathChange(statement.node);
        if (path !== null)
          await usePath(client, assessing.naming, path === 'default' ? { path: settings.search_path, schema } : { path, schema: null });
      }
    }
    return { losses, unseen };
  } finally {
    await client.query(end);
  }
}

interface PathInUse {
  readonly path: string;
  /** Its first schema that is there; null when nobody has asked, or none is. */
  readonly schema: string | null;
}

/** A path that the server refuses changes nothing: the step will fail there. */
async function usePath(client: Client, naming: Naming, { path, schema }: PathInUse): Promise<void> {
  await client.query('savepoint godwit_path');
  try {
    await setLocal(client, 'search_path', path);
    naming.useSchema(schema ?? schemasOf(path)[0] ?? 'public');
  } catch (error) {
    if (readServerError(error) === null) throw error;
    await client.query('rollback to savepoint godwit_path');
  }
  await client.query('release savepoint godwit_path');
}

async function setLocal(client: Client, name: string, value: string): Promise<void> {
  await client.query(readSql(import.meta.url, './sql/set-local.sql'), [name, value]);
}
