import type { Client } from '@godwit/postgres';
import { deserializeSnapshot, type FactBase, serializeSnapshot } from '@supabase/pg-delta/core';
import { extract } from '@supabase/pg-delta/extract';
import { borrowedPool } from './borrowed-pool.ts';
import { ownFacts } from './own-facts.ts';

interface Parsed {
  readonly json: string;
  readonly base: FactBase;
}

/** The latest: whoever compares two schemas goes from the one to the other and back again. */
const latest: Parsed[] = [];
const KEPT = 2;

/** What the engine reads of a database, as JSON. In the caller's transaction. */
export async function readFacts(client: Client): Promise<string> {
  const { factBase, pgVersion } = await extract(borrowedPool(client), { redactSecrets: false });
  const base = ownFacts(factBase);
  const json = serializeSnapshot(base, { pgVersion });
  keep({ json, base });
  return json;
}

export function parseFacts(json: string): FactBase {
  const known = latest.find((parsed) => parsed.json === json);
  if (known !== undefined) return known.base;
  const base = deserializeSnapshot(json).factBase;
  keep({ json, base });
  return base;
}

function keep(parsed: Parsed): void {
  latest.unshift(parsed);
  latest.length = Math.min(latest.length, KEPT);
}
