/** Calls back once nothing has happened for a while. */
export class IdleTimer {
  readonly #idleMs: number;
  readonly #onIdle: () => void;
  #timer: NodeJS.Timeout | null = null;
  #deadline: number | null = null;

  /** @param idleMs `Infinity` for never */
  constructor(idleMs: number, onIdle: () => void) {
    this.#idleMs = idleMs;
    this.#onIdle = onIdle;
    this.touch();
  }

  /** When it will call back (epoch milliseconds); null while held, and for never. */
  get deadline(): number | null {
    return this.#deadline;
  }

  /** Starts the wait anew. */
  touch(): void {
    this.hold();
    if (!Number.isFinite(this.#idleMs)) return;
    this.#deadline = Date.now() + this.#idleMs;
    this.#timer = setTimeout(this.#onIdle, this.#idleMs);
  }

  /** Stops the wait: something is going on. */
  hold(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#deadline = null;
  }
}
