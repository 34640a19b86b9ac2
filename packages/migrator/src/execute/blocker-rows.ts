import * as v from 'valibot';
import type { Blocker } from './blocker.ts';

export const blockerRow = v.object({
  pid: v.number(),
  application_name: v.nullable(v.string()),
  usename: v.nullable(v.string()),
  client_addr: v.nullable(v.string()),
  state: v.nullable(v.string()),
  query: v.nullable(v.string()),
  xact_start: v.nullable(v.date()),
  autovacuum: v.boolean(),
});

export function blockerFromRow(row: v.InferOutput<typeof blockerRow>): Blocker {
  const { pid, application_name, usename, client_addr, state, query, xact_start, autovacuum } = row;
  return {
    pid,
    applicationName: application_name === '' ? null : application_name,
    user: usename,
    clientAddress: client_addr,
    state,
    query,
    since: xact_start,
    autovacuum,
  };
}
