import type { Node } from 'libpg-query';
import { namePath } from '../relation-name.ts';
import { visit } from '../visit.ts';

/** Functions that give one value for a whole statement: a default of them is stored once, without a rewrite. */
const STABLE = new Set([
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'current_setting',
  'current_database',
  'current_schema',
  'current_user',
  'to_timestamp',
  'to_char',
  'to_date',
  'date_trunc',
  'coalesce',
  'lower',
  'upper',
  'concat',
  'jsonb_build_object',
  'jsonb_build_array',
  'json_build_object',
  'make_interval',
  'make_date',
  'timezone',
  'decode',
  'encode',
  'md5',
  'length',
]);

/** Functions that give a new value for each row. */
const VOLATILE = new Set([
  'random',
  'gen_random_uuid',
  'uuidv4',
  'uuidv7',
  'uuid_generate_v1',
  'uuid_generate_v1mc',
  'uuid_generate_v4',
  'clock_timestamp',
  'timeofday',
  'nextval',
  'gen_random_bytes',
]);

/**
 * Whether adding a column with this default rewrites the table: `constant` stores the value once, `volatile` must compute
 * it row by row, `unknown` calls a function whose volatility only the database knows.
 */
export function defaultKind(expression: Node | undefined): 'constant' | 'volatile' | 'unknown' {
  let kind: 'constant' | 'volatile' | 'unknown' = 'constant';
  visit(expression, (node) => {
    if (!('FuncCall' in node)) return;
    const name = namePath(node.FuncCall.funcname).at(-1) ?? '';
    if (VOLATILE.has(name)) kind = 'volatile';
    else if (!STABLE.has(name) && kind === 'constant') kind = 'unknown';
  });
  return kind;
}
