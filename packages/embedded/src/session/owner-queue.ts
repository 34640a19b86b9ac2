/** Somebody who can own a backend. */
export interface Owner {
  /** When its last request was answered (`performance.now()`), null while one runs. */
  readonly idleSince: number | null;
}

interface Waiter<O> {
  readonly who: O;
  readonly grant: () => void;
  readonly refuse: (error: Error) => void;
}

/**
 * Who may use the one backend of a database: first come, first served, from a connection's first message to the end of its
 * transaction. A waiter is refused when it has waited for `patienceMs` and the owner has been idle, in its transaction, for as
 * long: nothing would wake it. An owner that is working is waited for as long as it takes.
 */
export class OwnerQueue<O extends Owner> {
  readonly #patienceMs: number;
  readonly #describeRefusal: (owner: O) => Error;
  #owner: O | null = null;
  #waiters: Waiter<O>[] = [];

  constructor(patienceMs: number, describeRefusal: (owner: O) => Error) {
    this.#patienceMs = patienceMs;
    this.#describeRefusal = describeRefusal;
  }

  get owner(): O | null {
    return this.#owner;
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  /** Resolves when `who` owns the backend, at once when it does already. */
  async acquire(who: O): Promise<void> {
    if (this.#owner === null) this.#owner = who;
    if (this.#owner === who) return;
    await this.#wait(who);
  }

  /** Hands the backend to the next in line. Does nothing when `who` is not the owner. */
  release(who: O): void {
    if (this.#owner !== who) return;
    const next = this.#waiters.shift();
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

  #wait(who: O): Promise<void> {
    const since = performance.now();
    return new Promise((resolve, reject) => {
      let timer = setTimeout(() => check(), this.#patienceMs);
      const settle = (finish: () => void) => () => {
        clearTimeout(timer);
        finish();
      };
      const waiter: Waiter<O> = {
        who,
        grant: settle(resolve),
        refuse: (error) => settle(() => reject(error))(),
      };
      const check = (): void => {
        const idleSince = this.#owner?.idleSince ?? performance.now();
        const remaining = this.#patienceMs - (performance.now() - Math.max(since, idleSince));
        if (remaining > 0 || this.#owner === null) timer = setTimeout(check, Math.max(1, remaining));
        else this.withdraw(who, this.#describeRefusal(this.#owner));
      };
      this.#waiters.push(waiter);
    });
  }
}
