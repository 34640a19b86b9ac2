import { applyPlaceholders, type Placeholders } from '@godwit/history';
import { type Client, serverVersion } from '@godwit/postgres';
import * as v from 'valibot';
import type { Plan } from '../plan/step.ts';
import { byteOffsets } from '../statements/byte-offsets.ts';
import { parseStatements } from '../statements/parse-statements.ts';
import { loadSqlParser } from '../statements/parser.ts';
import { searchPathOf } from '../statements/search-path.ts';
import { firstLineOf, writtenStatements } from '../statements/written-statements.ts';
import { createAsker } from './ask.ts';
import { assessAction } from './assess-action.ts';
import { findLossyActions } from './find-lossy-actions.ts';
import type { Loss, LossReport, UnseenStatement } from './loss.ts';
import { createNaming } from './naming.ts';

export interface AssessLossOptions {
  /** Not within a transaction. */
  readonly client: Client;
  readonly plan: Pick<Plan, 'steps'>;
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

/** Looking must not queue up behind a migration, nor make others queue up. */
const LOCK_TIMEOUT_MS = 500;

const schemaRow = v.object({ schema: v.nullable(v.string()) });

/**
 * Counts what a plan would take from the rows that are there now, before any of its steps: in one read-only transaction, that
 * is on one snapshot, which is rolled back. A statement that does not parse is left to the executor.
 */
export async function assessLoss(options: AssessLossOptions): Promise<LossReport> {
  const { client, plan, placeholders, pgSettings = {}, questionMs = DEFAULT_QUESTION_MS, totalMs = DEFAULT_TOTAL_MS } = options;
  const losses: Loss[] = [];
  const unseen: UnseenStatement[] = [];
  if (plan.steps.length === 0) return { losses, unseen };
  const parser = await loadSqlParser();
  const version = await serverVersion(client);
  await client.query(`begin isolation level repeatable read read only; set local lock_timeout to ${LOCK_TIMEOUT_MS}`);
  try {
    const settings = { search_path: searchPathOf(options), ...pgSettings };
    for (const [name, value] of Object.entries(settings)) await client.query('select pg_catalog.set_config($1, $2, true)', [name, value]);
    const { rows } = await client.query('select pg_catalog.current_schema() as schema');
    const { schema } = v.parse(schemaRow, rows[0]);
    const assessing = {
      asker: createAsker({ client, serverVersion: version, questionMs, totalMs }),
      naming: createNaming(schema ?? 'public'),
      updated: new Set<string>(),
    };
    for (const { hash, name, body } of plan.steps) {
      const sql = applyPlaceholders(body, placeholders);
      const units = byteOffsets(sql);
      const { statements } = await parseStatements(sql);
      const written = sql === body ? statements : await writtenStatements(body, statements);
      for (const [index, statement] of statements.entries()) {
        const place = { step: { hash, name }, statement: firstLineOf(written[index] ?? statement) };
        for (const action of findLossyActions({ parser, statement, offsetOf: (byte) => units(byte) - statement.offset })) {
          const assessed = await assessAction(assessing, action);
          losses.push(...assessed.losses.map((loss) => ({ ...loss, ...place })));
          if (assessed.unseen !== null) unseen.push({ ...place, reason: assessed.unseen });
        }
        assessing.naming.follow(statement.node);
      }
    }
    return { losses, unseen };
  } finally {
    await client.query('rollback');
  }
}
