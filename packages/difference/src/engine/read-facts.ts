import type { Client } from '@godwit/postgres';
import { deserializeSnapshot, type FactBase, serializeSnapshot } from '@supabase/pg-delta/core';
import { extract } from '@supabase/pg-delta/extract';
import { borrowedPool } from './borrowed-pool.ts';
import { ownFacts } from './own-facts.ts';

/** What the engine has read of a database, or what was kept of that: a text in its own format, into which JSON.stringify turns it. */
export type Facts = HeldFacts | string;

/** Most are compared and forgotten: the text is written for who keeps them, and for nobody else. */
export interface HeldFacts {
  readonly base: FactBase;
  toJSON(): string;
}

interface Parsed {
  readonly json: string;
  readonly base: FactBase;
}

/** The latest: whoever compares with what was kept goes there and back again. */
const latest: Parsed[] = [];
const KEPT = 2;

/** What the engine reads of a database. In the caller's transaction. */
export async function readFacts(client: Client): Promise<HeldFacts> {
  const { factBase, pgVersion } = await extract(borrowedPool(client), { redactSecrets: false });
  return heldFacts(ownFacts(factBase), pgVersion);
}

/** @param pgVersion of the server that they were read from */
export function heldFacts(base: FactBase, pgVersion: string): HeldFacts {
  return { base, toJSON: () => serializeSnapshot(base, { pgVersion }) };
}

export function parseFacts(facts: Facts): FactBase {
  if (typeof facts !== 'string') return facts.base;
  const known = latest.find(({ json }) => json === facts);
  if (known !== undefined) return known.base;
  const base = deserializeSnapshot(facts).factBase;
  latest.unshift({ json: facts, base });
  latest.length = Math.min(latest.length, KEPT);
  return base;
}
