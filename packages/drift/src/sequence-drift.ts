import { TOOLS } from '@godwit/catalog';
import { type Client, quoteIdentifier, quoteLiteral, quoteQualified, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { SideDrift } from './side-drift.ts';

const rowsSchema = v.array(
  v.object({
    schema: v.string(),
    name: v.string(),
    table_schema: v.string(),
    table_name: v.string(),
    column_name: v.string(),
    rises: v.boolean(),
    is_identity: v.boolean(),
    is_indexed: v.boolean(),
    is_readable: v.boolean(),
  }),
);
type OwnedSequence = v.InferOutput<typeof rowsSchema>[number];

const positionsSchema = v.array(v.object({ at: v.number(), last: v.string(), outermost: v.string() }));

/** So many sequences are asked about in one statement. */
const BATCH = 200;

export interface SequenceDrift {
  readonly findings: readonly SideDrift[];
  /** What was not looked at, and why, in words. */
  readonly unseen: readonly string[];
}

/**
 * Sequences that stand behind the column which they serve, so that an INSERT to come gets a key that is taken: after a COPY with keys, a
 * restore of parts. Where the column has no index it is not looked at: that would read the table.
 */
export async function sequenceDrift(client: Client): Promise<SequenceDrift> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/owned-sequences.sql'), [TOOLS]);
  const all = v.parse(rowsSchema, rows);
  const seen = all.filter(({ is_indexed, is_readable }) => is_indexed && is_readable);
  const findings: SideDrift[] = [];
  for (let from = 0; from < seen.length; from += BATCH) findings.push(...(await behind(client, seen.slice(from, from + BATCH))));
  return { findings, unseen: unseenInWords(all) };
}

async function behind(client: Client, sequences: readonly OwnedSequence[]): Promise<readonly SideDrift[]> {
  const { rows } = await client.query(sequences.map(positionSql).join('\nunion all\n'));
  return v.parse(positionsSchema, rows).flatMap(({ at, last, outermost }) => {
    const sequence = sequences[at];
    return sequence === undefined ? [] : [findingOf(sequence, last, outermost)];
  });
}

/** One row when the next value is one that the column has, or one before it. */
function positionSql({ schema, name, table_schema, table_name, column_name, rises }: OwnedSequence, at: number): string {
  const column = quoteIdentifier(column_name);
  const table = quoteQualified(table_schema, table_name);
  const [aggregate, reaches] = rises ? ['max', '>='] : ['min', '<='];
  return `select ${at} as at, s.last_value::text as last, t.outermost::text as outermost
from ${quoteQualified(schema, name)} s, (select pg_catalog.${aggregate}(${column}) as outermost from ${table}) t
where t.outermost ${reaches} s.last_value and (t.outermost <> s.last_value or not s.is_called)`;
}

function findingOf(
  { schema, name, table_schema, table_name, column_name, rises, is_identity }: OwnedSequence,
  last: string,
  outermost: string,
): SideDrift {
  const plain = (...path: readonly string[]) =>
    path.map((part) => (/^[a-z_][a-z0-9_$]*$/.test(part) ? part : quoteIdentifier(part))).join('.');
  const column = plain(table_schema, table_name, column_name);
  const sequence = quoteLiteral(plain(schema, name));
  const value = `(select ${rises ? 'max' : 'min'}(${plain(column_name)}) from ${plain(table_schema, table_name)})`;
  return {
    object: is_identity ? `column ${column}` : `sequence ${plain(schema, name)}`,
    words: `sequence ${plain(schema, name)} stands at ${last}, behind ${column}, which has ${outermost}: keys will collide`,
    repair: `select setval(${sequence}, ${value})`,
    adopt: null,
  };
}

function unseenInWords(all: readonly OwnedSequence[]): readonly string[] {
  const forbidden = all.filter(({ is_readable }) => !is_readable).length;
  const slow = all.filter(({ is_indexed, is_readable }) => is_readable && !is_indexed).length;
  return [
    ...(forbidden === 0 ? [] : [`${counted(forbidden)} that this role may not read: grant select on them and their tables`]),
    ...(slow === 0 ? [] : [`${counted(slow)} whose columns have no index to find the highest key by`]),
  ];
}

function counted(count: number): string {
  return `the position of ${count} ${count === 1 ? 'sequence' : 'sequences'}`;
}
