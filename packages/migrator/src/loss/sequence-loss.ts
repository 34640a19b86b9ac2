import { quoteIdentifier, quoteQualified, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { RelationName } from '../statements/relation-name.ts';
import type { Asker } from './ask.ts';
import type { PartialLoss } from './partial-loss.ts';
import { type Table, tableSql, tableText } from './table.ts';

const positions = v.array(v.object({ name: v.string(), last: v.string() }));

type Position = v.InferOutput<typeof positions>[number];

/**
 * The position of a sequence that goes while what it numbered stays: the next one would begin at its start, and give out numbers
 * again. One that goes with its column is no loss: the numbers are its values.
 */
export async function droppedSequence(asker: Asker, sequence: RelationName | null): Promise<readonly PartialLoss[]> {
  return sequence === null ? [] : (await positionsOf(asker, [sqlName(sequence)])).map((one) => positionLoss('values', one, one.name));
}

export async function sequencesOfSchema(asker: Asker, schema: string): Promise<readonly PartialLoss[]> {
  return (await positionsOf(asker, [], schema)).map((one) => positionLoss('values', one, one.name));
}

/** @param to where it goes on; null for its start, which gives out the same numbers again */
export async function restartedSequence(asker: Asker, sequence: RelationName | null, to: number | null): Promise<readonly PartialLoss[]> {
  if (sequence === null) return [];
  const found = await positionsOf(asker, [sqlName(sequence)]);
  return found.filter(({ last }) => to === null || to <= Number(last)).map((one) => positionLoss('overwritten', one, one.name));
}

const sequenceRow = v.object({ name: v.nullable(v.string()) });

/** @param kind `values` when the column is an identity no more, `overwritten` when it begins anew */
export async function identityLoss(
  asker: Asker,
  table: Table,
  { column, kind }: { readonly column: string; readonly kind: 'values' | 'overwritten' },
): Promise<readonly PartialLoss[]> {
  const rows = await asker.catalog(readSql(import.meta.url, './sql/identity-sequence.sql'), [tableSql(table), column]);
  const { name } = v.parse(sequenceRow, rows[0]);
  if (name === null) return [];
  return (await positionsOf(asker, [name])).map((one) => positionLoss(kind, one, tableText(table, column)));
}

async function positionsOf(asker: Asker, names: readonly string[], schema: string | null = null): Promise<readonly Position[]> {
  return v.parse(positions, await asker.catalog(readSql(import.meta.url, './sql/sequence-position.sql'), [names, schema]));
}

function positionLoss(kind: 'values' | 'overwritten', { last }: Position, object: string): PartialLoss {
  return { kind, object, count: 1, exact: true, examples: [], reason: `the position of its sequence, ${last}` };
}

function sqlName(name: RelationName): string {
  return name.schema === null ? quoteIdentifier(name.name) : quoteQualified(name.schema, name.name);
}
