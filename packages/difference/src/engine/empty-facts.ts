import { buildFactBase, encodeId, type Fact } from '@supabase/pg-delta/core';
import { type Facts, type HeldFacts, heldFacts, parseFacts } from './read-facts.ts';

/** Of what the engine read, only what every database has: the roles of its server, the schema `public` and what hangs on it. */
export function emptyFacts(read: Facts): HeldFacts {
  const base = parseFacts(read);
  const facts = base.facts().filter(isEverywhere);
  const kept = new Set(facts.map(({ id }) => encodeId(id)));
  const edges = base.edges.filter(({ from, to }) => kept.has(encodeId(from)) && kept.has(encodeId(to)));
  return heldFacts(buildFactBase(facts, edges), '');
}

function isEverywhere({ id }: Fact): boolean {
  if (id.kind === 'comment' || id.kind === 'acl') return id.target.kind === 'schema' && id.target.name === 'public';
  return id.kind === 'role' || (id.kind === 'schema' && id.name === 'public');
}
