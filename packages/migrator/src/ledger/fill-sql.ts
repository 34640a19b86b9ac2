import { quoteLiteral } from '@godwit/postgres';

export type SqlValue = string | number | boolean | null | undefined;

/**
 * Puts literals into our own SQL where it says `:'name'`, as psql does with variables. For scripts of several statements, which take no
 * parameters: the same text is executed here and rendered for psql.
 *
 * @throws RangeError for a name without a value: a fault of ours
 */
export function fillSql(sql: string, values: Readonly<Record<string, SqlValue>>): string {
  return sql.replaceAll(/:'([a-z_]+)'/g, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new RangeError(`no value for :'${name}'`);
    const value = values[name];
    return value === null || value === undefined ? 'null' : quoteLiteral(String(value)).trim();
  });
}
