import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import { installedTables } from './installed-tables.ts';

const eventRow = v.object({
  at: v.date(),
  action: v.string(),
  revision_name: v.nullable(v.string()),
  outcome: v.picklist(['ok', 'failed', 'interrupted']),
  duration_ms: v.nullable(v.number()),
  role_name: v.string(),
  os_user: v.nullable(v.string()),
  host: v.nullable(v.string()),
  client_address: v.nullable(v.string()),
  godwit_version: v.nullable(v.string()),
  detail: v.unknown(),
});

/** One entry of `godwit.event`: who did what to this database, and how it ended. */
export interface LedgerEvent {
  readonly at: Date;
  /** `up`, `down`, `rename`, `stamp`, `repair`, `protect`, `unprotect`. */
  readonly action: string;
  /** `000003-add-ratings`; null when it was not about one. */
  readonly revision: string | null;
  readonly outcome: 'ok' | 'failed' | 'interrupted';
  readonly durationMs: number | null;
  /** `deploy`, `ada@laptop as deploy`: as much as is known of who did it. */
  readonly who: string;
  readonly clientAddress: string | null;
  readonly godwitVersion: string | null;
  readonly detail: unknown;
}

/** The last entries, newest first; none where Godwit has never written. Reads only. */
export async function readEvents(client: Client, limit: number): Promise<readonly LedgerEvent[]> {
  const { godwit } = await installedTables(client);
  if (!godwit) return [];
  const { rows } = await client.query(readSql(import.meta.url, './sql/events.sql'), [limit]);
  return v.parse(v.array(eventRow), rows).map((row) => ({
    at: row.at,
    action: row.action,
    revision: row.revision_name,
    outcome: row.outcome,
    durationMs: row.duration_ms,
    who: describeActor(row),
    clientAddress: row.client_address,
    godwitVersion: row.godwit_version,
    detail: row.detail,
  }));
}

function describeActor({ role_name, os_user, host }: v.InferOutput<typeof eventRow>): string {
  const person = [os_user, host].filter((part) => part !== null).join('@');
  return person === '' ? role_name : `${person} as ${role_name}`;
}
