import type { WatchObserver } from './watch-event.ts';

/** Runs a command that writes what is made from the schema. @returns what it printed when it failed, else null */
export type Generate = (signal: AbortSignal) => Promise<readonly string[] | null>;

/** Runs it after saves: one at a time, and however many saves there were meanwhile, once more after them. */
export class Generator {
  readonly #generate: Generate;
  readonly #observer: WatchObserver;
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;
  #isWanted = false;

  constructor(generate: Generate, observer: WatchObserver) {
    this.#generate = generate;
    this.#observer = observer;
  }

  request(): void {
    this.#isWanted = true;
    this.#running ??= this.#run();
  }

  /** Resolves when all that was asked for is written. */
  async finish(): Promise<void> {
    await this.#running;
  }

  /** Ends what runs. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (this.#isWanted && !signal.aborted) {
      this.#isWanted = false;
      this.#observer({ kind: 'generating' });
      const failed = await this.#generate(signal).catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
      if (!signal.aborted && !this.#isWanted) this.#observer({ kind: 'generated', failed });
    }
    this.#running = null;
  }
}
