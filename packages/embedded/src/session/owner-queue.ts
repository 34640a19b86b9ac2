/** Somebody who can own a backend. */
export interface Owner {
  /** When its last request was answered (`performance.now()`), null while it wants something. */
  readonly idleSince: number | null;
}

export interface OwnerQueueOptions<O> {
  /** How long a waiter waits behind an owner that is idle in its transaction. */
  readonly patienceMs: number;
  /** How long an owner may be idle before it is asked to make room. */
  readonly graceMs: number;
  /** Asks an idle owner to make room, by releasing the backend if it can. May be called again and again. */
  readonly makeRoom: (owner: O) => void;
  /** What a waiter is told that was not patient enough. */
  readonly refusal: (owner: O) => Error;
}

interface Waiter<O> {
  readonly who: O;
  readonly since: number;
  readonly patienceMs: number;
  readonly grant: () => void;
  readonly refuse: (error: Error) => void;
}

/**
 * Who may use the one backend of a database: first come, first served, from a connection's first message to the end of its
 * transaction. While somebody waits, an owner that is idle in its transaction is asked to make room; when it cannot, a waiter is refused
 * once both have been idle for `patienceMs`: nothing else would ever wake it. An owner that works is waited for as long as it takes.
 */
export class OwnerQueue<O extends Owner> {
  readonly #options: OwnerQueueOptions<O>;
  #owner: O | null = null;
  #waiters: readonly Waiter<O>[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(options: OwnerQueueOptions<O>) {
    this.#options = options;
  }

  get owner(): O | null {
    return this.#owner;
  }

  /**
   * Resolves when `who` owns the backend, at once when it does already.
   *
   * @param patienceMs another patience than the queue's; `Infinity` waits for as long as it takes
   */
  async acquire(who: O, patienceMs = this.#options.patienceMs): Promise<void> {
    if (this.#owner === null) this.#owner = who;
    if (this.#owner === who) return;
    await new Promise<void>((grant, refuse) => {
      this.#waiters = [...this.#waiters, { who, since: performance.now(), patienceMs, grant, refuse }];
      this.#watch();
    });
  }

  /** Hands the backend to the next in line. Does nothing when `who` is not the owner. */
  release(who: O): void {
    if (this.#owner !== who) return;
    const [next, ...others] = this.#waiters;
    this.#waiters = others;
    this.#owner = next?.who ?? null;
    next?.grant();
  }

  /** Takes a waiter out of the line. */
  withdraw(who: O, error: Error): void {
    const waiter = this.#waiters.find((candidate) => candidate.who === who);
    this.#waiters = this.#waiters.filter((candidate) => candidate !== waiter);
    waiter?.refuse(error);
  }

  /** Empties line and chair: the backend is gone. */
  clear(error: Error): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    this.#owner = null;
    for (const waiter of waiters) waiter.refuse(error);
  }

  /** Looks after the waiters for as long as there are any. */
  #watch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (this.#owner?.idleSince != null) this.#press(this.#owner, this.#owner.idleSince);
      if (this.#waiters.length > 0) this.#watch();
    }, this.#options.graceMs);
  }

  #press(owner: O, idleSince: number): void {
    const now = performance.now();
    if (this.#waiters.length > 0 && now - idleSince >= this.#options.graceMs) this.#options.makeRoom(owner);
    for (const { who, since, patienceMs } of this.#waiters)
      if (now - Math.max(since, idleSince) >= patienceMs) this.withdraw(who, this.#options.refusal(owner));
  }
}
