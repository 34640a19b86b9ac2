import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import * as v from 'valibot';
import type { Asker } from './ask.ts';
import { estimateOf } from './drop-loss.ts';
import { examplesOf } from './examples.ts';
import type { LossyAction, NewType } from './lossy-action.ts';
import { type Assessed, NOTHING, type PartialLoss } from './partial-loss.ts';
import { type Column, findColumns, type Table, tableSql, tableText } from './table.ts';
import { type ValueCheck, valueCheck } from './value-check.ts';

interface TypeChange {
  readonly table: Table;
  readonly column: string;
  readonly action: Extract<LossyAction, { kind: 'change type' }>;
  /** Of an enum that the plan makes; null for a type that is there now. */
  readonly labels: readonly string[] | null;
}

const judged = v.object({ refused: v.number(), altered: v.number() });

/** The values that a narrower type refuses, or lets in changed. */
export async function typeLoss(asker: Asker, { table, column: name, action, labels }: TypeChange): Promise<Assessed> {
  const [column] = await findColumns(asker, table, [name]);
  if (column === undefined || column.generated) return NOTHING;
  const check = labels === null ? await checkFor(asker, column, action) : labelCheck(column, action, labels);
  if (check === null || typeof check === 'string') return { losses: [], unseen: check };
  return await judge(asker, { table, column, check });
}

interface Judged {
  readonly table: Table;
  readonly column: Column;
  readonly check: ValueCheck;
}

/** Asks what becomes of the values. */
async function judge(asker: Asker, { table, column, check }: Judged): Promise<Assessed> {
  const value = quoteIdentifier(column.name);
  const rows = `(select coalesce(${check.fits}, false) as fits, case when ${check.fits} then ${check.altered} else false end as altered from ${tableSql(table)} where ${value} is not null) as judged`;
  const answer = await asker.table(
    `select (count(*) filter (where not fits))::float8 as refused, (count(*) filter (where fits and altered))::float8 as altered from ${rows}`,
  );
  const object = tableText(table, column.name);
  const unknown = { object, count: null, exact: false, examples: [] };
  if (answer.kind === 'too slow') {
    const estimate = estimateOf(table, column);
    const reason = `not looked through: it took too long${estimate > 0 ? ` (about ${Math.round(estimate)} values)` : ''}`;
    return { losses: [{ ...unknown, kind: 'altered', reason }], unseen: null };
  }
  if (answer.kind === 'failed') {
    if (check.alteredText !== null)
      return await judge(asker, { table, column, check: { ...check, altered: check.alteredText, alteredText: null } });
    // Data exceptions are what the step itself will meet.
    if (answer.sqlState.startsWith('22')) return { losses: [{ ...unknown, kind: 'refused', reason: answer.message }], unseen: null };
    return { losses: [], unseen: answer.message };
  }
  const { refused, altered } = v.parse(judged, answer.rows[0]);
  const losses: PartialLoss[] = [];
  if (refused > 0) {
    const examples = await examplesOf(asker, { table, column, after: null, where: `not coalesce(${check.fits}, false)` });
    losses.push({ kind: 'refused', object, count: refused, exact: true, examples, reason: null });
  }
  if (altered > 0) {
    const where = `case when ${check.fits} then ${check.altered} else false end`;
    const examples = await examplesOf(asker, { table, column, after: check.after, where });
    losses.push({ kind: 'altered', object, count: altered, exact: true, examples, reason: null });
  }
  return { losses, unseen: null };
}

const typeRow = v.object({ base: v.string() });

async function checkFor(asker: Asker, column: Column, { type, using }: TypeChange['action']): Promise<ValueCheck | string | null> {
  const answer = await asker.table(`select pg_catalog.format_type(pg_catalog.pg_typeof(null::${type.text})::oid, null) as base`);
  if (answer.kind !== 'rows') return `the type ${type.text} is not there yet`;
  const { base } = v.parse(typeRow, answer.rows[0]);
  return valueCheck({
    column: quoteIdentifier(column.name),
    from: { base: column.base, text: column.type },
    to: { base, text: type.text },
    using,
    canValidate: asker.serverVersion >= 160_000,
  });
}

/** An enum is made again with fewer labels: the cast to it cannot be tried, the text before the cast can. */
function labelCheck(column: Column, { type, using }: TypeChange['action'], labels: readonly string[]): ValueCheck {
  const text = `(${using === null ? quoteIdentifier(column.name) : withoutCast(using, type)})::text`;
  const list = labels.map((label) => quoteLiteral(label)).join(', ');
  return {
    fits: `${text} in (${list === '' ? 'null' : list})`,
    after: text,
    altered: `${text} is distinct from ${quoteIdentifier(column.name)}::text`,
    alteredText: null,
  };
}

function withoutCast(expression: string, { name }: NewType): string {
  const part = (text: string) => `"?${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?`;
  const schema = name.schema === null ? '' : `(?:${part(name.schema)}\\s*\\.\\s*)?`;
  return expression.replaceAll(new RegExp(`::\\s*${schema}${part(name.name)}(?![\\w"])`, 'gi'), '');
}
