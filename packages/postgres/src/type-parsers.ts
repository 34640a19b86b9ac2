import type { CustomTypesConfig } from 'pg';

/** OIDs never change between versions: https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const INT8 = 20;
const INT8_ARRAY = 1016;

/**
 * How values become JavaScript's, for one connection; nothing global is touched. pg's own ways but for `int8`, which becomes a `bigint`:
 * exact, as `number` is not, and not mistaken for text, as a string is. `timestamptz`, `timestamp` and `date` are `Date`s (the
 * latter two in the process's time zone), `numeric` is a string, `json` is parsed, `bytea` is a Buffer.
 *
 * @param standard pg's own parsers
 */
export function typeParsers(standard: CustomTypesConfig): CustomTypesConfig {
  return {
    getTypeParser(oid, format) {
      const parse = standard.getTypeParser(oid, format);
      const type: number = oid;
      return format === 'text' && (type === INT8 || type === INT8_ARRAY) ? (value: string) => toBigInts(parse(value)) : parse;
    },
  };
}

/** A string as a bigint, in an array of any depth too; nulls are kept. */
function toBigInts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBigInts);
  return typeof value === 'string' ? BigInt(value) : value;
}
