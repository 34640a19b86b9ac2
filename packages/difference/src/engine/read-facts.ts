import type { Client } from '@godwit/postgres';
import { deserializeSnapshot, type FactBase, serializeSnapshot } from '@supabase/pg-delta/core';
import { extract } from '@supabase/pg-delta/extract';
import { borrowedPool } from './borrowed-pool.ts';
import { ownFacts } from './own-facts.ts';

/** What the engine reads of a database, as JSON. In the caller's transaction. */
export async function readFacts(client: Client): Promise<string> {
  const { factBase, pgVersion } = await extract(borrowedPool(client), { redactSecrets: false });
  return serializeSnapshot(ownFacts(factBase), { pgVersion });
}

export function parseFacts(json: string): FactBase {
  return deserializeSnapshot(json).factBase;
}
