import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { formatName, type RelationName } from '../statements/relation-name.ts';
import type { Asker } from './ask.ts';
import { type Assessed, NOTHING } from './partial-loss.ts';

const places = v.array(v.object({ place: v.number() }));

/** Functions that may change rows: what they do cannot be foreseen. */
export async function calledCode(asker: Asker, functions: readonly RelationName[]): Promise<Assessed> {
  const schemas = functions.map(({ schema }) => schema);
  const names = functions.map(({ name }) => name);
  const rows = await asker.catalog(readSql(import.meta.url, './sql/writing-functions.sql'), [schemas, names]);
  const writing = v.parse(places, rows).flatMap(({ place }) => functions[place - 1] ?? []);
  if (writing.length === 0) return NOTHING;
  return { losses: [], unseen: `it calls ${writing.map((one) => `${formatName(one)}()`).join(', ')}, which may change rows` };
}
