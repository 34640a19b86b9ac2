import { readFileSync } from 'node:fs';
import { isNoTransaction } from '@godwit/history';
import { parseStatements } from '@godwit/migrator/statements';
import type { Client } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import type { LintFinding, SafeStep } from '../lint-finding.ts';
import { WHOLE_REVISION } from '../safe/without.ts';
import { casesOf } from '../testing/cases-of.ts';
import type { RuleCase } from '../testing/rule-cases.ts';
import { FIXTURE, lintCase } from '../testing/run-case.ts';
import { RULES } from './index.ts';

const RESET = readFileSync(new URL('../testing/reset.sql', import.meta.url), 'utf8');

/** A batch that changes something each time would never end; ours change a table of a few rows at once. */
const MOST_BATCHES = 5;

test('every safe form is SQL that a server runs', async () => {
  await withDatabase(async ({ client }) => {
    let executed = 0;
    const failed: string[] = [];
    for (const rule of RULES) {
      const cases = (await casesOf(rule.name)).fires.filter(({ notExecuted }) => notExecuted === undefined);
      for (const one of [{ name: 'the example', ...rule.example }, ...cases]) {
        for (const finding of await lintCase(one, { squawk: false })) {
          if (finding.rule !== rule.name || finding.safe.length === 0) continue;
          executed++;
          await client.query(`${RESET}${FIXTURE}`);
          await runSafeForm(client, one, finding).catch(async (error: unknown) => {
            failed.push(`${rule.name}, ${one.name}: ${error}`);
            await client.query('rollback');
          });
        }
      }
    }
    expect(failed).toEqual([]);
    expect(executed).toBeGreaterThan(100);
  });
}, 180_000);

/** What stands above the statement runs first, unless the safe form is the whole revision. */
async function runSafeForm(client: Client, { sql, history }: RuleCase, { frame, safe }: LintFinding): Promise<void> {
  if (history !== undefined) await client.query(history);
  if (safe[0]?.label !== WHOLE_REVISION) for (const text of await statementsAbove(sql, frame.line)) await client.query(text);
  for (const step of safe) await runStep(client, step);
}

async function statementsAbove(sql: string, line: number): Promise<readonly string[]> {
  const { statements } = await parseStatements(sql);
  const lineAt = (offset: number) => sql.slice(0, offset).split('\n').length;
  return statements.filter(({ offset, text }) => lineAt(offset + text.length) < line).map(({ text }) => text);
}

/** A revision as `upgrade` would send it; a batch until there is nothing left to do. */
async function runStep(client: Client, { kind, sql }: SafeStep): Promise<void> {
  if (kind === 'backfill') {
    for (let batch = 1; ((await client.query(sql)).rowCount ?? 0) > 0; batch++) {
      if (batch === MOST_BATCHES) throw new Error(`it changes rows each time: ${sql}`);
    }
    return;
  }
  if (isNoTransaction(sql)) {
    await client.query(sql);
    return;
  }
  await client.query('begin');
  await client.query(sql);
  await client.query('commit');
}
