import type { LockMode } from '@godwit/migrator';

/** A fact of the engine: an object, or one thing about it. Opaque but for being equal to itself. */
export type FactKey = string;

/** What a step does to its object. `grants`, `comment` and `owner` are what hangs on it. */
export type Aspect = 'object' | 'column' | 'default' | 'constraint' | 'comment' | 'grants' | 'owner';

/** One statement with what it needs and gives, from which its place follows. */
export interface Step {
  readonly sql: string;
  readonly verb: 'create' | 'alter' | 'drop';
  /** The catalog's id of what it is about. */
  readonly object: string;
  readonly aspect: Aspect;
  readonly produces: readonly FactKey[];
  readonly destroys: readonly FactKey[];
  /** What has to be there. */
  readonly consumes: readonly FactKey[];
  /** What it stops to refer to: its destroyer comes later. */
  readonly releases: readonly FactKey[];
  readonly lock: LockMode | null;
  readonly transactional: boolean;
  readonly rewrites: boolean;
  readonly losesData: boolean;
}

/** What the facts of both states say about order. */
export interface FactOrder {
  /** What a fact of the new state cannot be made without. */
  readonly needs: (key: FactKey) => readonly FactKey[];
  /** What of the old state cannot be without a fact. */
  readonly dependents: (key: FactKey) => readonly FactKey[];
}
