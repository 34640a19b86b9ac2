import { applyPlaceholders } from '@godwit/history';
import { formatName, type RelationName, type Statement } from '@godwit/migrator/statements';
import { type Client, quoteIdentifier, quoteQualified, readServerError } from '@godwit/postgres';
import type { Check } from '../checks/check.ts';
import { NothingToCompare } from '../errors/run-errors.ts';
import type { CheckOutcome, Comparison } from './check-result.ts';
import { type CheckSettings, settingsSql } from './check-session.ts';
import { compareRows } from './compare-rows.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import { judgeError, nameOfError, type Refusal } from './judge-error.ts';
import { readPlan } from './read-plan.ts';
import { sendStatement, type TextRows } from './send-statement.ts';

export interface Making {
  readonly client: Client;
  readonly check: Check;
  readonly settings: CheckSettings;
}

/**
 * Makes a check in the transaction that is open, which the caller rolls back.
 *
 * @throws what broke the connection
 */
export async function makeCheck(making: Making): Promise<CheckOutcome> {
  const { client, check, settings } = making;
  await sendStatement(client, settingsSql(settings));
  for (const table of check.needs) {
    const outcome = await needRows(making, table);
    if (outcome !== null) return outcome;
  }
  for (const statement of check.statements.slice(0, -1)) {
    const sent = await send(making, statement);
    if ('error' in sent) return judgeError(check, sent, settings);
  }
  const last = lastOf(check);
  switch (check.expects.kind) {
    case 'equal rows':
      return expectEqualRows(making, await send(making, last));
    case 'raises':
      return expectError(making, await send(making, last), check.expects);
    case 'uses index':
      return expectIndex(making, await send(making, last, 'explain (format json, costs off) '), check.expects.index);
  }
}

function lastOf({ statements }: Check): Statement {
  const last = statements.at(-1);
  if (last === undefined) throw new Error('a check without a statement');
  return last;
}

/** @returns null when it holds some */
async function needRows(making: Making, table: RelationName): Promise<CheckOutcome | null> {
  const { schema, name } = table;
  const quoted = schema === null ? quoteIdentifier(name) : quoteQualified(schema, name);
  const text = `select from ${quoted} limit 1`;
  const { check, settings } = making;
  // Errors are shown where the check begins.
  const sent = await send(making, { ...lastOf(check), text, offset: check.offset });
  if ('error' in sent) return judgeError(check, { ...sent, sent: '' }, settings);
  return sent.rows.length > 0 ? null : { state: 'left out', reason: 'needs rows', because: `needs rows in ${formatName(table)}` };
}

async function send({ client, settings }: Making, statement: Statement, before = ''): Promise<TextRows | Refusal> {
  const sent = before + applyPlaceholders(statement.text, settings.placeholders);
  const started = performance.now();
  try {
    return await sendStatement(client, sent);
  } catch (error) {
    if (readServerError(error) === null || isConnectionLoss(error)) throw error;
    return { statement, sent, error, ms: performance.now() - started };
  }
}

function expectEqualRows({ check, settings }: Making, end: TextRows | Refusal): CheckOutcome {
  if ('error' in end) return judgeError(check, end, settings);
  const compared = compareRows(end);
  if (compared.kind === 'shapeless') return { state: 'error', error: new NothingToCompare(check, lastOf(check).offset, end.columns) };
  return passedUnless(compared.differences);
}

function expectError(
  { check, settings }: Making,
  end: TextRows | Refusal,
  { sqlState, constraint }: { readonly sqlState: string; readonly constraint: string | null },
): CheckOutcome {
  const expected = nameOfError({ sqlState, constraint: constraint ?? undefined });
  if (!('error' in end)) return passedUnless([{ label: '', expected, found: 'no error' }]);
  const server = readServerError(end.error);
  if (server?.sqlState === sqlState && (constraint === null || server.constraint === constraint)) return { state: 'passed' };
  const judged = judgeError(check, end, settings);
  if (judged.state !== 'error' || server === null) return judged;
  return passedUnless([{ label: '', expected, found: `${nameOfError(server)}: ${server.message}` }]);
}

function expectIndex({ check, settings }: Making, end: TextRows | Refusal, index: string): CheckOutcome {
  if ('error' in end) return judgeError(check, end, settings);
  const { indexes, scans } = readPlan(end.rows[0]?.[0] ?? '');
  if (indexes.includes(index)) return { state: 'passed' };
  return passedUnless([{ label: '', expected: `Index Scan using ${index}`, found: scans.join(', ') || 'no table is read' }]);
}

function passedUnless(differences: readonly Comparison[]): CheckOutcome {
  return differences.length === 0 ? { state: 'passed' } : { state: 'failed', differences };
}
