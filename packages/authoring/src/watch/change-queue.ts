import type { ChangeKind } from './folder-watcher.ts';

/** Nothing new for so long, and a save is taken for whole: editors write in one go, or a file and then its name. Milliseconds. */
const QUIET_MS = 8;

/** A file that is empty or gone for the moment is mostly about to be written. Milliseconds. */
const EMPTY_QUIET_MS = 80;

/** Git writes one file after the other. Milliseconds. */
const HISTORY_QUIET_MS = 150;

/** However busy it is, so long nobody waits. Milliseconds. */
const LONGEST_MS = 1_000;

/** A change in the folder, or of the connection. */
export type Change = ChangeKind | 'server';

/** Collects changes until they pause. The latest state counts, however many there were. */
export class ChangeQueue {
  readonly #isEmpty: () => boolean;
  #kinds = new Set<Change>();
  #first = 0;
  #last = 0;
  #wake: () => void = () => {};

  /** @param isEmpty whether the text is empty or gone at this moment */
  constructor(isEmpty: () => boolean) {
    this.#isEmpty = isEmpty;
  }

  /** Somebody changed something. */
  readonly push = (kind: Change): void => {
    this.#last = performance.now();
    if (this.#kinds.size === 0) this.#first = this.#last;
    this.#kinds.add(kind);
    this.#wake();
  };

  /** Waits for changes, and for the pause after them. @returns what they were about; nothing when the signal came first */
  async next(signal: AbortSignal): Promise<ReadonlySet<Change>> {
    const stop = (): void => this.#wake();
    signal.addEventListener('abort', stop);
    try {
      while (!signal.aborted) {
        const left = this.#left();
        if (left !== null && left <= 0) break;
        await this.#sleep(left);
      }
    } finally {
      signal.removeEventListener('abort', stop);
    }
    const kinds = signal.aborted ? new Set<Change>() : this.#kinds;
    this.#kinds = new Set();
    return kinds;
  }

  /** How long until the changes count as done; null when there are none. */
  #left(): number | null {
    if (this.#kinds.size === 0) return null;
    const now = performance.now();
    if (this.#kinds.has('server')) return 0;
    const quiet = this.#kinds.has('history') ? HISTORY_QUIET_MS : this.#isEmpty() ? EMPTY_QUIET_MS : QUIET_MS;
    return Math.min(this.#last + quiet, this.#first + LONGEST_MS) - now;
  }

  #sleep(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? undefined : setTimeout(resolve, Math.max(1, ms));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
