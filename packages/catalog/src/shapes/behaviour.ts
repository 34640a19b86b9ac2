import * as v from 'valibot';
import { words } from './words.ts';

/** When a trigger or rule fires: `enabled` is the usual state, `replica only` and `always` depend on session_replication_role. */
const enabled = v.picklist(['enabled', 'disabled', 'replica only', 'always']);

export const trigger = { definition: v.string(), function: v.string(), enabled };
export const eventTrigger = { event: v.string(), function: v.string(), tags: words, enabled };
export const rule = { definition: v.string(), enabled };

export const policy = {
  command: v.picklist(['all', 'select', 'insert', 'update', 'delete']),
  mode: v.picklist(['permissive', 'restrictive']),
  roles: words,
  using: v.nullable(v.string()),
  check: v.nullable(v.string()),
};

/** Extended statistics. */
export const statistics = {
  table: v.string(),
  kinds: words,
  columns: words,
  expressions: words,
  target: v.nullable(v.number()),
};
