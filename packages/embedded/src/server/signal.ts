import type { Session } from '../session/session.ts';

interface Listener {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Something that sessions wait for: that another session did something. */
export class Signal {
  readonly #listeners = new Map<Session, Listener>();
  readonly #others = new Set<() => void>();
  #count = 0;

  /** How often it fired. */
  get count(): number {
    return this.#count;
  }

  /** @param by a session that does not wake itself */
  fire(by: Session | null): void {
    this.#count++;
    for (const [session, { resolve }] of [...this.#listeners]) if (session !== by) resolve();
    for (const listener of [...this.#others]) listener();
  }

  /** Resolves when another session fires it; rejects when the session is withdrawn. */
  async next(session: Session): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => this.#listeners.set(session, { resolve, reject }));
    } finally {
      this.#listeners.delete(session);
    }
  }

  withdraw(session: Session, error: Error): void {
    this.#listeners.get(session)?.reject(error);
  }

  /** Resolves to whether `condition` came true within the time, looking at it whenever the signal fires. */
  async until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    if (condition()) return true;
    return await new Promise((resolve) => {
      const finish = (outcome: boolean): void => {
        clearTimeout(timer);
        this.#others.delete(check);
        resolve(outcome);
      };
      const check = (): void => {
        if (condition()) finish(true);
      };
      const timer = setTimeout(() => finish(false), timeoutMs);
      this.#others.add(check);
    });
  }
}
