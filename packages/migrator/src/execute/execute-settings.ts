import type { Actor } from '../ledger/actor.ts';

export interface ExecuteSettings {
  /** As `resolvePlaceholders` gives them, with the reserved two. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** Set before each step, as `.gmrc` has them. */
  readonly pgSettings: Readonly<Record<string, string>>;
  /** `public` unless given; a `search_path` in pgSettings wins. */
  readonly searchPath?: string;
  /** The budget for all lock waits of a step, milliseconds; 1000 unless given. */
  readonly lockTimeoutMs?: number;
  /** How long to wait for other runs, and to try again for locks, milliseconds a step; five minutes unless given. */
  readonly patienceMs?: number;
  /** Statements are sent one by one and told to the observer with their time. */
  readonly verbose?: boolean;
  /** False leaves out the advisory lock, which is a courtesy: each revision is applied once without it. */
  readonly advisoryLock?: boolean;
  readonly actor: Actor;
}

export const DEFAULT_LOCK_TIMEOUT_MS = 1000;
export const DEFAULT_PATIENCE_MS = 5 * 60_000;
