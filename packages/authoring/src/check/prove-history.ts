import type { History, Position, Revision, RevisionHash } from '@godwit/history';
import { NotProved, ProofStepFailed } from '../prove/errors.ts';
import { type Proof, proofOf } from '../prove/proof.ts';
import { prove } from '../prove/prove.ts';
import { type HistoryShadow, type ShadowSource, withHistoryShadow } from '../shadow/history-shadow.ts';
import { readServerVersion } from '../shadow/server-version.ts';
import { runLegs } from './run-legs.ts';

export interface ProveHistoryOptions {
  readonly source: ShadowSource;
  readonly history: Pick<History, 'revisions'>;
  /** From base to head. */
  readonly path: readonly Revision[];
  /** Revisions whose evidence is wanted too, which takes longer. */
  readonly wanted: ReadonlySet<RevisionHash>;
  readonly godwitVersion: string;
  readonly onProved?: ((revision: Revision) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface HistoryProof {
  /** How many hold. */
  readonly proved: number;
  /** Why others do not, one a revision. */
  readonly failures: readonly NotProved[];
  /** How many could not be tried, since one before them cannot be applied. */
  readonly untried: number;
  readonly evidence: ReadonlyMap<RevisionHash, Proof>;
}

/**
 * Proves every revision in one pass from base to head, each up, down and up again on top of those before. Where one does not hold, the next is
 * tried on a database of its own in which that one is only applied.
 */
export async function proveHistory(options: ProveHistoryOptions): Promise<HistoryProof> {
  const pass = new Pass(options);
  while (pass.next < options.path.length && !pass.stuck) {
    const before = options.path[pass.next - 1];
    const target: Position = before === undefined ? { kind: 'base' } : { kind: 'revision', revision: before };
    const { source, history } = options;
    await withHistoryShadow({ source, history, target, seeds: false, kept: false }, (shadow) => pass.goOn(shadow));
  }
  const { evidence, failures, next } = pass;
  return { proved: next - failures.length, failures, untried: pass.stuck ? options.path.length - next : 0, evidence };
}

class Pass {
  readonly #options: ProveHistoryOptions;
  readonly evidence = new Map<RevisionHash, Proof>();
  readonly failures: NotProved[] = [];
  /** The revision to begin with in the next database. */
  next = 0;
  /** Whether it is to be looked at closely. */
  #doubt = false;
  /** A revision cannot be applied, so nothing can be after it. */
  stuck = false;

  constructor(options: ProveHistoryOptions) {
    this.#options = options;
  }

  /** As far as one database goes. */
  async goOn(shadow: HistoryShadow): Promise<void> {
    const { path, wanted } = this.#options;
    while (this.next < path.length) {
      const closely = this.#doubt || isLookedAtClosely(path[this.next], wanted);
      if (closely ? !(await this.#prove(shadow)) : !(await this.#runFast(shadow))) return;
    }
  }

  /** @returns false when the database is of no more use */
  async #runFast(shadow: HistoryShadow): Promise<boolean> {
    const { path, wanted, onProved, signal } = this.#options;
    const end = path.findIndex((revision, index) => index > this.next && isLookedAtClosely(revision, wanted));
    const revisions = path.slice(this.next, end === -1 ? undefined : end);
    const { held, doubt } = await runLegs({ shadow, revisions, onHeld: (revision) => onProved?.(revision), signal });
    this.next += held;
    this.#doubt = doubt;
    return !doubt;
  }

  /** @returns false when the database is of no more use */
  async #prove({ client, connect, execution }: HistoryShadow): Promise<boolean> {
    const { path, onProved, signal, godwitVersion } = this.#options;
    this.#doubt = false;
    try {
      const proved = await prove({
        revisions: path.slice(this.next, this.next + 1),
        client,
        connect,
        settings: execution,
        seeded: false,
        signal,
      });
      const circumstances = { godwitVersion, serverVersion: await readServerVersion(client), seeds: null };
      for (const one of proved) {
        this.evidence.set(one.revision.hash, proofOf(one, circumstances));
        onProved?.(one.revision);
      }
      this.next += 1;
      return true;
    } catch (error) {
      if (!(error instanceof NotProved)) throw error;
      this.failures.push(error);
      this.stuck = error instanceof ProofStepFailed && error.leg === 'up';
      this.next += 1;
      return false;
    }
  }
}

/** What these leave on purpose, a fingerprint cannot tell from a fault. */
const ON_PURPOSE = /\b(?:not\s+valid|disable|on\s+only)\b/i;

function isLookedAtClosely(revision: Revision | undefined, wanted: ReadonlySet<RevisionHash>): boolean {
  return revision !== undefined && (wanted.has(revision.hash) || ON_PURPOSE.test(revision.body));
}
