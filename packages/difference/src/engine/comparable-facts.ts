import { buildFactBase, encodeId, type FactBase } from '@supabase/pg-delta/core';

/** The facts that are to be compared: with `grants` false without grants and default privileges. */
export function comparableFacts(base: FactBase, { grants }: { readonly grants: boolean }): FactBase {
  const facts = base.facts().filter(({ id, parent, payload }) => {
    if (id.kind === 'acl' || id.kind === 'defaultPrivilege') return grants;
    // From PostgreSQL 17 on NOT NULL of a domain is a constraint as well, besides being the domain's own property.
    return !(id.kind === 'constraint' && parent?.kind === 'domain' && /^not null$/i.test(String(payload.def)));
  });
  const kept = new Set(facts.map(({ id }) => encodeId(id)));
  return buildFactBase(
    facts,
    base.edges.filter(({ from, to }) => kept.has(encodeId(from)) && kept.has(encodeId(to))),
  );
}
