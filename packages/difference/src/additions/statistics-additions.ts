import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import type { Addition } from './addition.ts';
import { qualified } from './names.ts';
import type { ObjectChange } from './object-change.ts';

/** Extended statistics, which the engine does not know at all. */
export function statisticsAdditions({ before, after }: ObjectChange<'statistics'>): Omit<Addition, 'object'> {
  const isSame = before !== null && after !== null && definition(before) === definition(after);
  const drop = before === null || isSame ? [] : [`drop statistics if exists ${qualified(before.path)}`];
  if (after === null) return { first: drop, last: [] };
  const kept = isSame ? before : null;
  const name = qualified(after.path);
  const { target } = after.properties;
  return {
    first: drop,
    last: [
      ...(isSame ? [] : [`create statistics ${name}${definition(after)}`]),
      ...((kept?.properties.target ?? null) === target ? [] : [`alter statistics ${name} set statistics ${target ?? -1}`]),
      ...((kept?.comment ?? null) === after.comment
        ? []
        : [`comment on statistics ${name} is ${after.comment === null ? 'null' : quoteLiteral(after.comment)}`]),
    ],
  };
}

/** ` (ndistinct) on status, author_id from shelf.books` */
function definition({ properties }: NonNullable<ObjectChange<'statistics'>['after']>): string {
  const { kinds, columns, expressions, table } = properties;
  const named = kinds.filter((kind) => kind !== 'expressions');
  const isAll = named.length === 3 || named.length === 0;
  const on = [...columns.map(quoteIdentifier), ...expressions.map((expression) => `(${expression})`)];
  return `${isAll ? '' : ` (${named.join(', ')})`} on ${on.join(', ')} from ${table}`;
}
