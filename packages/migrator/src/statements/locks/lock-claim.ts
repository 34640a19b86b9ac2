import type { RelationName } from '../relation-name.ts';

/** Weakest to strongest, as https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES lists them. */
export const LOCK_MODES = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;

export type LockMode = (typeof LOCK_MODES)[number];

/** What an application cannot do meanwhile. Vacuum and other schema changes wait from `SHARE UPDATE EXCLUSIVE` on. */
export type LockBlocks = 'nothing' | 'writes to the same rows' | 'schema changes' | 'writes' | 'reads and writes';

/** What the statement does while it holds the lock, shortest to longest: the catalog alone takes a moment, the others grow with the table. */
export const LOCK_WORK = ['catalog', 'rows', 'scan', 'index build', 'rewrite'] as const;

export type LockWork = (typeof LOCK_WORK)[number];

/** What is locked. For kinds that are no relation themselves, the tables behind it are: `also` names them. */
export interface LockedObject extends RelationName {
  readonly kind: 'table' | 'index' | 'view' | 'materialized view' | 'sequence' | 'type' | 'schema' | 'statistics' | 'role' | 'database';
}

/** A lock that a statement takes on something that existed before it. Held until the transaction of the step ends. */
export interface LockClaim {
  readonly object: LockedObject;
  readonly mode: LockMode;
  readonly blocks: LockBlocks;
  readonly work: LockWork;
  /** When the work or the lock is not needed after all, which only the database knows: "it does not exist yet". */
  readonly unless: string | null;
  /** Further objects that only the database can name, with their mode: "its table, ACCESS EXCLUSIVE". */
  readonly also: string | null;
  /** The part of the statement that asks for it: `SET NOT NULL`. */
  readonly because: string;
  /** The page of PostgreSQL's documentation. */
  readonly source: string;
}

/** A lock as the rules write it down: what is left out has an obvious value. */
export interface LockRule {
  readonly mode: LockMode;
  readonly because: string;
  /** Name of the page: `sql-altertable`. */
  readonly page: string;
  readonly work?: LockWork;
  readonly blocks?: LockBlocks;
  readonly unless?: string;
  readonly also?: string;
}

export function claim(object: LockedObject, rule: LockRule): LockClaim {
  return {
    object,
    mode: rule.mode,
    blocks: rule.blocks ?? blockedBy(rule.mode),
    work: rule.work ?? 'catalog',
    unless: rule.unless ?? null,
    also: rule.also ?? null,
    because: rule.because,
    source: `https://www.postgresql.org/docs/current/${rule.page}.html`,
  };
}

/** Several claims on one object are one lock: the strongest mode, the longest work. Objects keep the order in which they come. */
export function mergeClaims(claims: readonly LockClaim[]): LockClaim[] {
  const merged = new Map<string, LockClaim>();
  for (const next of claims) {
    const key = JSON.stringify([next.object.kind, next.object.schema, next.object.name]);
    const before = merged.get(key);
    merged.set(key, before === undefined ? next : strongest(before, next));
  }
  return [...merged.values()];
}

function strongest(a: LockClaim, b: LockClaim): LockClaim {
  const byMode = LOCK_MODES.indexOf(b.mode) - LOCK_MODES.indexOf(a.mode);
  const byWork = LOCK_WORK.indexOf(b.work) - LOCK_WORK.indexOf(a.work);
  const lead = byMode > 0 || (byMode === 0 && byWork > 0) ? b : a;
  const longer = byWork > 0 ? b : a;
  const also = [...new Set([a.also, b.also])].filter((text) => text !== null);
  return {
    ...lead,
    work: longer.work,
    unless: byWork === 0 ? lead.unless : longer.unless,
    also: also.length === 0 ? null : also.join('; '),
  };
}

function blockedBy(mode: LockMode): LockBlocks {
  if (mode === 'ACCESS EXCLUSIVE') return 'reads and writes';
  if (mode === 'SHARE' || mode === 'SHARE ROW EXCLUSIVE' || mode === 'EXCLUSIVE') return 'writes';
  return mode === 'SHARE UPDATE EXCLUSIVE' ? 'schema changes' : 'nothing';
}
