/**
 * Functions of PostgreSQL that a data change calls often, and that change nothing themselves. Of any other one nobody can say without
 * a database what it does.
 */
const HARMLESS = new Set(
  `abs age array_agg array_append array_cat array_length array_position array_remove array_replace array_to_string
  avg bool_and bool_or btrim cardinality ceil char_length clock_timestamp concat concat_ws count current_database
  current_schema current_setting date_part date_trunc decode dense_rank digest encode exp extract first_value floor
  format gen_random_bytes gen_random_uuid generate_series greatest initcap jsonb_agg jsonb_array_elements
  jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each jsonb_each_text
  jsonb_object_agg jsonb_object_keys jsonb_path_query jsonb_set jsonb_strip_nulls jsonb_typeof json_agg
  json_build_array json_build_object lag last_value lead least left length ln log lower lpad ltrim make_date
  make_interval make_timestamptz max md5 min mod now ntile num_nonnulls num_nulls nullif overlay percentile_cont
  position power pow quote_ident quote_literal random rank regexp_match regexp_matches regexp_replace
  regexp_split_to_array regexp_split_to_table repeat replace reverse right round row_number row_to_json rpad rtrim
  sha256 sign split_part sqrt statement_timestamp stddev string_agg string_to_array strpos substr substring sum
  timezone to_char to_date to_json to_jsonb to_number to_timestamp transaction_timestamp translate trim trunc
  unaccent unnest upper uuid_generate_v4 uuidv4 uuidv7 variance width_bucket`.split(/\s+/),
);

/** @param path the function's name, with its schema if it is written */
export function isHarmless(path: readonly string[]): boolean {
  const schema = path.at(-2);
  return (schema === undefined || schema === 'pg_catalog') && HARMLESS.has(path.at(-1) ?? '');
}
