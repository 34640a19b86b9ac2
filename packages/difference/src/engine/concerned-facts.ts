import { buildFactBase, encodeId, type Fact, type FactBase, type StableId } from '@supabase/pg-delta/core';
import type { FactKey } from '../steps/step.ts';

export interface FactsScope {
  /** False: who owns what makes no difference. */
  readonly owners: boolean;
  /** False leaves grants and default privileges out. */
  readonly grants: boolean;
}

/** What most of a schema consists of: what is not concerned of it is left out. Of all else there is little. */
const PLENTIFUL: readonly string[] = ['table', 'sequence'];

/**
 * The facts of both states that the way from one to the other has to do with: those that differ, with all that depends on them, what these
 * need, and everything there is but tables and sequences. The engine takes its time for each fact, also for one that is the same.
 */
export function concernedFacts(from: FactBase, to: FactBase, scope: FactsScope): readonly [FactBase, FactBase] {
  const bases = [from, to];
  const roots = new Set<FactKey>();
  for (const key of dependentsOf(differing(from, to, scope), bases)) {
    for (const base of bases) {
      const fact = base.getByEncoded(key);
      if (fact === undefined) continue;
      for (const id of [fact.id, ...base.outgoingEdges(fact.id).map((edge) => edge.to)]) roots.add(encodeId(rootOf(base, id)));
    }
  }
  const isConcerned = (base: FactBase, fact: Fact): boolean => {
    const root = rootOf(base, fact.id);
    return !PLENTIFUL.includes(root.kind) || roots.has(encodeId(root));
  };
  const reduce = (base: FactBase) => partOf(base, (fact) => isComparable(fact, scope) && isConcerned(base, fact));
  return [reduce(from), reduce(to)];
}

/** Facts that one of the two does not have, has otherwise, or has with other edges. */
function differing(from: FactBase, to: FactBase, scope: FactsScope): ReadonlySet<FactKey> {
  const keys = new Set<FactKey>();
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    for (const { id } of one.facts()) {
      if (!other.has(id) || one.hashOf(id) !== other.hashOf(id) || edgesOf(one, id, scope) !== edgesOf(other, id, scope))
        keys.add(encodeId(id));
    }
  }
  return keys;
}

function edgesOf(base: FactBase, id: StableId, { owners }: FactsScope): string {
  const edges = base.outgoingEdges(id).filter(({ kind }) => owners || kind !== 'owner');
  return edges
    .map(({ kind, to }) => `${kind} ${encodeId(to)}`)
    .sort()
    .join('\n');
}

/** With all that would have to go before them, in either state. Roles stay, and so who owns what does not count. */
function dependentsOf(keys: ReadonlySet<FactKey>, bases: readonly FactBase[]): ReadonlySet<FactKey> {
  const all = new Set(keys);
  for (const key of all) {
    for (const base of bases) {
      const fact = base.getByEncoded(key);
      if (fact === undefined) continue;
      for (const edge of base.incomingEdges(fact.id)) if (edge.kind !== 'owner') all.add(encodeId(edge.from));
      for (const child of base.childrenOf(fact.id)) all.add(encodeId(child.id));
    }
  }
  return all;
}

/** The outermost object that a fact is a part of, below its schema: the table of a column, of an index, of the comment on either. */
function rootOf(base: FactBase, id: StableId): StableId {
  const parent = base.get(id)?.parent;
  return parent === undefined || parent.kind === 'schema' ? id : rootOf(base, parent);
}

function isComparable({ id, parent, payload }: Fact, { grants }: FactsScope): boolean {
  if (id.kind === 'acl' || id.kind === 'defaultPrivilege') return grants;
  // From PostgreSQL 17 on NOT NULL of a domain is a constraint as well, besides being the domain's own property.
  return !(id.kind === 'constraint' && parent?.kind === 'domain' && /^not null$/i.test(String(payload.def)));
}

function partOf(base: FactBase, isKept: (fact: Fact) => boolean): FactBase {
  const facts = base.facts().filter(isKept);
  const kept = new Set(facts.map(({ id }) => encodeId(id)));
  return buildFactBase(
    facts,
    base.edges.filter(({ from, to }) => kept.has(encodeId(from)) && kept.has(encodeId(to))),
  );
}
