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

  /**
   * Resolves when `who` owns the backend, at once when it does already.
   *
   * @param patienceMs another patience than the queue's; `Infinity` waits for as long as it takes
   */
  async acquire(who: O, patienceMs = this.#patienceMs): Promise<void> {
    if (this.#owner === null) this.#owner = who;
    if (this.#owner === who) return;
    await this.#wait(who, patienceMs);
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

  #wait(who: O, patienceMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const refusal = new Refusal(patienceMs, () => {
        if (this.#owner === null) return true;
        if (!refusal.isDue(this.#owner.idleSince)) return false;
        this.withdraw(who, this.#describeRefusal(this.#owner));
        return true;
      });
      const settle = (finish: () => void): void => {
        refusal.stop();
        finish();
      };
      this.#waiters.push({ who, grant: () => settle(resolve), refuse: (error) => settle(() => reject(error)) });
    });
  }
}

/** The timer of one waiter: asks again and again whether both it and the owner have been idle for long enough. */
class Refusal {
  readonly #patienceMs: number;
  readonly #check: () => boolean;
  readonly #since = performance.now();
  #timer: NodeJS.Timeout | null = null;

  constructor(patienceMs: number, check: () => boolean) {
    this.#patienceMs = patienceMs;
    this.#check = check;
    if (Number.isFinite(patienceMs)) this.#arm(patienceMs);
  }

  isDue(ownerIdleSince: number | null): boolean {
    return this.#remaining(ownerIdleSince) <= 0;
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #remaining(ownerIdleSince: number | null): number {
    const now = performance.now();
    return this.#patienceMs - (now - Math.max(this.#since, ownerIdleSince ?? now));
  }

  #arm(delayMs: number): void {
    this.#timer = setTimeout(() => {
      if (!this.#check()) this.#arm(Math.max(1, this.#patienceMs / 4));
    }, delayMs);
  }
}
