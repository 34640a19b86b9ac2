import { type Engine, EngineFailure } from '../engine/engine.ts';
import { InternalQueryError, internalQuery, internalScript } from '../engine/internal-query.ts';
import { OwnerQueue } from '../session/owner-queue.ts';
import type { Session } from '../session/session.ts';
import { clearSession, freshenSettings, parkSession, resumeBelongings, resumeSession } from '../session/switch-session.ts';
import type { DatabaseRecord } from '../storage/registry.ts';
import { ClientError } from './client-error.ts';
import type { OpenDatabase } from './open-database.ts';

/** One database while the server runs: its engine when it is open, its connections, and which of them has the backend. */
export class SharedDatabase {
  record: DatabaseRecord;
  readonly sessions = new Set<Session>();
  readonly #open: () => Promise<OpenDatabase>;
  readonly #queue: OwnerQueue<Session>;
  #engine: Promise<OpenDatabase> | null = null;
  /** Whose settings the backend has. */
  #current: Session | null = null;
  #turn = 0;
  readonly #waitingForTurn = new Map<Session, { readonly resolve: () => void; readonly reject: (error: Error) => void }>();
  readonly #onDeserted = new Set<() => void>();

  constructor(options: {
    readonly record: DatabaseRecord;
    readonly patienceMs: number;
    readonly open: () => Promise<OpenDatabase>;
  }) {
    this.record = options.record;
    this.#open = options.open;
    this.#queue = new OwnerQueue(options.patienceMs, (owner) => blockedBy(this.record.name, owner));
  }

  /** How often the backend has been given back. */
  get turn(): number {
    return this.#turn;
  }

  get isOpen(): boolean {
    return this.#engine !== null;
  }

  /** Opens the engine without waiting for its turn: a connection is accepted while another is in a transaction. */
  async open(): Promise<OpenDatabase> {
    this.#engine ??= this.#open();
    try {
      return await this.#engine;
    } catch (error) {
      this.#engine = null;
      throw error;
    }
  }

  /** Waits until the backend is `session`'s and in its state. */
  async acquire(session: Session): Promise<Engine> {
    await this.#queue.acquire(session);
    return await this.#become(session, resumeSession);
  }

  async #become(session: Session, resume: typeof resumeSession): Promise<Engine> {
    try {
      const { engine } = await this.open();
      if (this.#current !== session) await this.#switchTo(engine, session, resume);
      return engine;
    } catch (error) {
      this.#queue.release(session);
      if (error instanceof EngineFailure) this.crashed(error);
      throw error;
    }
  }

  release(session: Session): void {
    this.#queue.release(session);
    this.#turn++;
    for (const [other, { resolve }] of this.#waitingForTurn) if (other !== session) resolve();
  }

  /** Resolves when another session has had the backend. */
  async turnOfAnother(session: Session): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => this.#waitingForTurn.set(session, { resolve, reject }));
    } finally {
      this.#waitingForTurn.delete(session);
    }
  }

  /** Whether a role may connect. While another connection is in a transaction nobody can look; the first message then finds out. */
  async hasRole(name: string): Promise<boolean> {
    const { engine } = await this.open();
    if (this.#queue.owner !== null) return true;
    const rows = await internalQuery(engine, 'select from pg_catalog.pg_roles where rolname = $1 and rolcanlogin', [name]);
    return rows.length > 0;
  }

  owns(session: Session): boolean {
    return this.#queue.owner === session;
  }

  /** Stops waiting on behalf of a client that is gone or changed its mind. */
  withdraw(session: Session, error: Error): void {
    this.#queue.withdraw(session, error);
    this.#waitingForTurn.get(session)?.reject(error);
  }

  /** Ends a session: its transaction is rolled back, what it left in the backend is removed. */
  async leave(session: Session): Promise<void> {
    this.sessions.delete(session);
    try {
      await this.#queue.acquire(session, Number.POSITIVE_INFINITY);
      if (this.#engine !== null && this.#leavesTraces(session)) await this.#clear(session);
    } catch (error) {
      if (error instanceof EngineFailure) this.crashed(error);
    } finally {
      this.release(session);
      for (const check of [...this.#onDeserted]) check();
    }
  }

  #leavesTraces(session: Session): boolean {
    if (this.#current === session || this.sessions.size === 0) return true;
    return session.hasStatements || session.parkedTemporaryObjects || session.parkedLocks.length > 0;
  }

  async #clear(session: Session): Promise<void> {
    const engine = await this.#become(session, resumeBelongings);
    this.#current = null;
    if (session.status !== 'I') await internalScript(engine, 'rollback');
    await clearSession(engine, session);
    if (this.sessions.size === 0) await internalScript(engine, 'discard all');
  }

  /** The engine died: everybody is told, and the next connection opens it again. */
  crashed(failure: EngineFailure): void {
    if (this.#engine === null) return;
    const reason = new ClientError({
      severity: 'FATAL',
      code: '57P02',
      message: `the embedded PostgreSQL of database "${this.record.name}" stopped: ${failure.message}`,
      ...(failure.log.length > 0 ? { detail: failure.log.join('\n') } : {}),
      hint: 'Connect again: committed rows are kept, the transaction that ran is rolled back.',
    });
    this.#engine = null;
    this.#current = null;
    const sessions = [...this.sessions];
    this.sessions.clear();
    for (const session of sessions) session.client.terminate(reason);
    this.#queue.clear(reason);
    for (const { reject } of this.#waitingForTurn.values()) reject(reason);
  }

  /** Resolves to true when no session is left, to false when some stay longer than that. */
  deserted(timeoutMs: number): Promise<boolean> {
    if (this.#empty) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (deserted: boolean): void => {
        clearTimeout(timer);
        this.#onDeserted.delete(check);
        resolve(deserted);
      };
      const timer = setTimeout(() => finish(false), timeoutMs);
      const check = (): void => {
        if (this.#empty) finish(true);
      };
      this.#onDeserted.add(check);
    });
  }

  get #empty(): boolean {
    return this.sessions.size === 0 && this.#queue.owner === null;
  }

  /** Ends the engine wherever it is. */
  async kill(): Promise<void> {
    await (await this.#engine)?.engine.kill();
  }

  /** Closes the engine cleanly. Only while nobody owns it. */
  async close(): Promise<void> {
    const engine = this.#engine;
    this.#engine = null;
    this.#current = null;
    await (await engine)?.engine.close();
  }

  async #switchTo(engine: Engine, session: Session, resume: typeof resumeSession): Promise<void> {
    const previous = this.#current;
    this.#current = null;
    if (previous !== null) await parkSession(engine, previous);
    try {
      await resume(engine, session);
    } catch (error) {
      await freshenSettings(engine);
      throw error instanceof InternalQueryError
        ? new ClientError({ severity: 'FATAL', code: error.error.code, message: error.error.message })
        : error;
    }
    this.#current = session;
  }
}

function blockedBy(database: string, owner: Session): ClientError {
  return new ClientError({
    code: '55P03',
    message: `database "${database}" is held by another connection that is idle in a transaction: ${owner.label}`,
    detail: 'The embedded server has one backend for a database: transactions run one after the other.',
    hint: 'Commit or roll back there, or use a real server (DATABASE_URL).',
  });
}
