import type { ValueCheck, ValueCheckOptions } from './value-check.ts';

/**
 * What jsonb does not keep is the order of keys and blanks, which mean nothing, and all but the last of equal keys, which are values. PostgreSQL
 * 15 cannot ask for them and looks at each level.
 */
export function toBinaryJson({ column, canValidate }: ValueCheckOptions): ValueCheck {
  const twice = `exists (
    with recursive node(value) as (
      select ${column}
      union all
      select child.value from node cross join lateral (
        select value from json_each(case json_typeof(node.value) when 'object' then node.value end)
        union all
        select value from json_array_elements(case json_typeof(node.value) when 'array' then node.value end)
      ) as child
    )
    select from node
    where (select count(*) > count(distinct key) from json_each(case json_typeof(node.value) when 'object' then node.value end))
  )`;
  return {
    fits: canValidate ? `pg_input_is_valid(${column}::text, 'jsonb')` : 'true',
    after: `${column}::text::jsonb`,
    altered: canValidate ? `not (${column}::text is json with unique keys)` : twice,
    alteredText: null,
  };
}

/** Whether USING does what the server does without it: `data::jsonb`. */
export function isCast(using: string, { column, to }: ValueCheckOptions): boolean {
  const name = column.slice(1, -1).replaceAll('""', '"');
  const plain = using.replaceAll(/[()\s]/g, '').toLowerCase();
  return [`${name}::${to.base}`, `${column}::${to.base}`, `cast${name}as${to.base}`].some((cast) => cast.toLowerCase() === plain);
}
