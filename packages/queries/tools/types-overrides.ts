/**
 * Where pgtyped's default types are not what a client of `@godwit/postgres` returns or what `pg` takes. Names with a `#` are imported
 * by the generated file.
 *
 * - `int8` is a bigint (pgtyped: string)
 * - `time`, `timetz`, `bit` and `vector` are text (pgtyped: Date, Date, boolean, unknown)
 * - `interval` and `point` are objects (pgtyped: string, number[])
 * - the names of parameters that take several forms are shared instead of declared again in each file
 * - a `json` parameter must be JSON text: `pg` would send a JavaScript array as an SQL array and a string as it is
 */
export const typesOverrides = {
  numeric: { parameter: './src/values.ts#NumericParameter' },
  date: { parameter: './src/values.ts#DateParameter' },
  timestamp: { parameter: './src/values.ts#DateParameter' },
  timestamptz: { parameter: './src/values.ts#DateParameter' },
  int8: { parameter: './src/values.ts#BigIntParameter', return: 'bigint' },
  time: { parameter: 'string', return: 'string' },
  timetz: { parameter: 'string', return: 'string' },
  bit: { parameter: 'string', return: 'string' },
  varbit: { parameter: 'string', return: 'string' },
  interval: { parameter: 'string', return: './src/values.ts#Interval' },
  point: { parameter: 'string', return: './src/values.ts#Point' },
  vector: { parameter: 'string', return: 'string' },
  json: { parameter: 'string', return: './src/values.ts#Json' },
  jsonb: { parameter: 'string', return: './src/values.ts#Json' },
} as const;

/** Types as the server spells them that come out right: pgtyped's own mapping is true for these, or corrected above. */
const typed = new Set([
  'smallint',
  'integer',
  'bigint',
  'real',
  'double precision',
  'numeric',
  'boolean',
  'text',
  'character varying',
  'character',
  'name',
  'uuid',
  'date',
  'timestamp without time zone',
  'timestamp with time zone',
  'time without time zone',
  'time with time zone',
  'interval',
  'point',
  'bit',
  'bit varying',
  'inet',
  'cidr',
  'bytea',
  'json',
  'jsonb',
  'vector',
  'void',
]);

/** Arrays that `pg` parses into arrays of what the element type is by itself. `numeric[]` is not: it becomes number[], rounded. */
const typedArrays = new Set([
  'smallint',
  'integer',
  'bigint',
  'real',
  'double precision',
  'boolean',
  'text',
  'character varying',
  'uuid',
  'date',
  'timestamp with time zone',
]);

/** Whether the generated type of a column is what a client returns; `type` as `regtype` writes it: `numeric`, `text[]`. */
export function isTyped(type: string): boolean {
  return type.endsWith('[]') ? typedArrays.has(type.slice(0, -2)) : typed.has(type);
}
