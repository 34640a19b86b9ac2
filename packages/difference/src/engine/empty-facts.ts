import { buildFactBase, encodeId, type Fact, serializeSnapshot } from '@supabase/pg-delta/core';
import { parseFacts } from './read-facts.ts';

/** Of what the engine read, only what every database has: the roles of its server, the schema `public` and what hangs on it. */
export function emptyFacts(json: string): string {
  const base = parseFacts(json);
  const facts = base.facts().filter(isEverywhere);
  const kept = new Set(facts.map(({ id }) => encodeId(id)));
  const edges = base.edges.filter(({ from, to }) => kept.has(encodeId(from)) && kept.has(encodeId(to)));
  return serializeSnapshot(buildFactBase(facts, edges), { pgVersion: '' });
}

function isEverywhere({ id }: Fact): boolean {
  if (id.kind === 'comment' || id.kind === 'acl') return id.target.kind === 'schema' && id.target.name === 'public';
  return id.kind === 'role' || (id.kind === 'schema' && id.name === 'public');
}
