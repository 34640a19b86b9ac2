import { TOOLS } from '@godwit/catalog';
import { buildFactBase, encodeId, type Fact, type FactBase, type StableId } from '@supabase/pg-delta/core';

/** What belongs to the server and not to the database, and what holds passwords. Catalogs do not have it either. */
const ELSEWHERE: readonly string[] = ['membership', 'subscription', 'securityLabel'];

/**
 * The facts that a catalog has as well: without the tools' schemas and without secrets. Roles stay as bare names, for owners and
 * grants to point to.
 */
export function ownFacts(base: FactBase): FactBase {
  const kept = new Map<string, boolean>();
  const isKept = (fact: Fact): boolean => {
    const id = encodeId(fact.id);
    const known = kept.get(id);
    if (known !== undefined) return known;
    const parent = fact.parent && base.get(fact.parent);
    const target = 'target' in fact.id ? base.get(fact.id.target) : undefined;
    const isOfMember = target !== undefined && isMember(base, target);
    const answer = isOwn(fact.id) && !isOfMember && [parent, target].every((other) => other === undefined || isKept(other));
    kept.set(id, answer);
    return answer;
  };
  const facts = base.facts().filter(isKept).map(bare);
  return buildFactBase(
    facts,
    base.edges.filter(({ from, to }) => kept.get(encodeId(from)) === true && kept.get(encodeId(to)) === true),
  );
}

/** What an extension made, comments and grants included, is the extension's. */
function isMember(base: FactBase, { id }: Fact): boolean {
  return base.outgoingEdges(id).some(({ kind }) => kind === 'memberOfExtension');
}

function isOwn(id: StableId): boolean {
  if (ELSEWHERE.includes(id.kind)) return false;
  if (id.kind === 'schema') return !TOOLS.includes(id.name);
  return !('schema' in id && id.schema !== null && TOOLS.includes(id.schema));
}

/** Options of a user mapping hold passwords; a role's are the server's. */
function bare(fact: Fact): Fact {
  if (fact.id.kind === 'role') return { id: fact.id, payload: {} };
  return fact.id.kind === 'userMapping' ? { ...fact, payload: { ...fact.payload, options: [] } } : fact;
}
