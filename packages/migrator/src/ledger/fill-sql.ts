import { quoteLiteral } from '@godwit/postgres';

export type SqlValue = string | number | boolean | null | undefined;

/**
 * Puts literals into our own SQL where it says `:'name'`, as psql does with variables. For scripts of several statements, which take no
 * parameters: the same text is executed here and rendered for psql.
 *
 * @throws RangeError for a name without a value: a fault of ours
 */
export function fillSql(sql: string, values: Readonly<Record<string, SqlValue>>): string {
  return sql.replaceAll(VARIABLE, (_, name: string) => literal(values, name));
}

/** Puts SQL, not values, where it says `:'name'`. */
export function putSql(sql: string, texts: Readonly<Record<string, string>>): string {
  return sql.replaceAll(VARIABLE, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new RangeError(`no SQL for :'${name}'`);
    return text;
  });
}

/** A statement to be prepared, with `$1` in place of `:'name'`, and how to execute it: the values in the order of their first appearance. */
export interface NumberedSql {
  readonly sql: string;
  readonly values: (values: Readonly<Record<string, SqlValue>>) => string;
}

export function numberSql(sql: string): NumberedSql {
  const names = [...new Set([...sql.matchAll(VARIABLE)].map(([, name = '']) => name))];
  return {
    sql: sql.replaceAll(VARIABLE, (_, name: string) => `$${names.indexOf(name) + 1}`),
    values: (values) => names.map((name) => literal(values, name)).join(', '),
  };
}

const VARIABLE = /:'([a-z_]+)'/g;

function literal(values: Readonly<Record<string, SqlValue>>, name: string): string {
  if (!Object.hasOwn(values, name)) throw new RangeError(`no value for :'${name}'`);
  const value = values[name];
  return value === null || value === undefined ? 'null' : quoteLiteral(String(value)).trim();
}
