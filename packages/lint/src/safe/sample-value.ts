import type { ColumnType } from '../schema/column-type.ts';

const SAMPLES: Readonly<Record<string, string>> = {
  bool: 'false',
  int2: '0',
  int4: '0',
  int8: '0',
  numeric: '0',
  float4: '0',
  float8: '0',
  text: "''",
  varchar: "''",
  bpchar: "''",
  json: "'{}'",
  jsonb: "'{}'",
  date: 'current_date',
  timestamp: 'now()',
  timestamptz: 'now()',
  uuid: 'gen_random_uuid()',
  interval: "'0'",
  bytea: "''",
};

/** A value of a type, to stand where only the author knows the right one. */
export function sampleValue(type: ColumnType | null): string {
  if (type === null) return 'null';
  if (type.array) return "'{}'";
  return (type.schema === null ? SAMPLES[type.name] : undefined) ?? 'null';
}
