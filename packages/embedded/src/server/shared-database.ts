import { type Engine, EngineFailure } from '../engine/engine.ts';
import { InternalQueryError, internalQuery, internalScript } from '../engine/internal-query.ts';
import { Backend, type Resumption } from '../session/backend.ts';
import type { DatabaseList } from '../session/database-list.ts';
import { OwnerQueue } from '../session/owner-queue.ts';
import type { Session } from '../session/session.ts';
import { suspendTransaction } from '../session/suspended-transaction.ts';
import { clearSession, SUPERUSER } from '../session/switch-session.ts';
import type { DatabaseRecord } from '../storage/registry.ts';
import { backendStopped, ClientError, cannotOpen, heldBy } from './client-error.ts';
import type { OpenDatabase } from './open-database.ts';
import { Signal } from './signal.ts';

/** How long a transaction may be idle before another connection that waits takes its place, if it has written nothing. */
const GRACE_MS = 50;

/** One database while the server runs: its connections, and which of them has the backend. */
export class SharedDatabase {
  readonly record: DatabaseRecord;
  readonly sessions = new Set<Session>();
  /** Fires whenever a session gave the backend back or left. */
  readonly turns = new Signal();
  readonly #backend: Backend;
  readonly #queue: OwnerQueue<Session>;
  /** The roles that have connected, and whether they are superusers. */
  readonly #knownRoles = new Map([[SUPERUSER, true]]);
  #suspending: Promise<void> = Promise.resolve();

  constructor(options: {
    readonly record: DatabaseRecord;
    readonly patienceMs: number;
    readonly open: () => Promise<OpenDatabase>;
    readonly databases: DatabaseList;
  }) {
    this.record = options.record;
    this.#backend = new Backend(options.open, options.databases);
    this.#queue = new OwnerQueue({
      patienceMs: options.patienceMs,
      graceMs: GRACE_MS,
      makeRoom: (owner) => {
        this.#suspending = this.#suspending.then(() => this.#suspend(owner));
      },
      refusal: (owner) => heldBy(this.record.name, owner.label),
    });
  }

  get isOpen(): boolean {
    return this.#backend.isOpen;
  }

  /** Nobody is connected, and nobody who was is still being seen out. */
  get isDeserted(): boolean {
    return this.sessions.size === 0 && this.#queue.owner === null;
  }

  /** Opens the engine without waiting for its turn: a connection is accepted while another is in a transaction. */
  async open(): Promise<OpenDatabase> {
    try {
      return await this.#backend.open();
    } catch (error) {
      throw error instanceof EngineFailure ? cannotOpen(this.record.name, error) : error;
    }
  }

  /**
   * Runs `work` with the backend, which is the session's and in its state. It is given back when the session is outside a transaction
   * afterwards and `work` says so.
   *
   * @param work resolves to whether it is done: false in the middle of a batch
   */
  async use(session: Session, work: (engine: Engine) => Promise<boolean>): Promise<void> {
    session.idleSince = null;
    await this.#suspending;
    const isFirst = !this.owns(session);
    await this.#queue.acquire(session);
    let done = true;
    try {
      done = await work(await this.#become(session, 'session', isFirst));
    } catch (error) {
      if (error instanceof EngineFailure) this.crashed(error);
      throw error;
    } finally {
      session.idleSince = performance.now();
      session.isMidBatch = !done;
      if (done && session.status === 'I') this.#release(session);
    }
  }

  owns(session: Session): boolean {
    return this.#queue.owner === session;
  }

  /** The tables (oids) that transactions of other sessions have locked which make room at the moment. */
  lockedTables(session: Session): ReadonlySet<string> {
    const others = [...this.sessions].filter((other) => other !== session);
    return new Set(others.flatMap(({ suspended }) => suspended?.tableLocks.map(({ relation }) => relation) ?? []));
  }

  /**
   * Looks up the role of a session, unless it was seen before: another connection may be in a transaction, and connecting waits for nobody.
   *
   * @throws ClientError 28000 when there is none, or none that may connect
   */
  async admit(session: Session): Promise<{ readonly isSuperuser: boolean }> {
    const { user } = session;
    const known = this.#knownRoles.get(user);
    if (known !== undefined) return { isSuperuser: known };
    const { engine } = await this.open();
    await this.#suspending;
    await this.#queue.acquire(session);
    try {
      const [role] = await internalQuery(engine, ROLE, [user]);
      if (role === undefined) throw new ClientError({ code: '28000', message: `role "${user}" does not exist` });
      if (role[0] !== 't') throw new ClientError({ code: '28000', message: `role "${user}" is not permitted to log in` });
      this.#knownRoles.set(user, role[1] === 't');
      return { isSuperuser: role[1] === 't' };
    } finally {
      this.#release(session);
    }
  }

  /** Stops waiting on behalf of a client that is gone or changed its mind. */
  withdraw(session: Session, error: Error): void {
    this.#queue.withdraw(session, error);
    this.turns.withdraw(session, error);
  }

  /** Ends a session: its transaction is rolled back, what it left in the backend is removed. */
  async leave(session: Session): Promise<void> {
    session.idleSince = null;
    this.sessions.delete(session);
    try {
      await this.#suspending;
      await this.#queue.acquire(session, Number.POSITIVE_INFINITY);
      if (this.isOpen && this.#leavesTraces(session)) await this.#clear(session);
    } catch (error) {
      if (error instanceof EngineFailure) this.crashed(error);
    } finally {
      this.#release(session);
    }
  }

  /** The engine died: everybody is told, and the next connection opens it again. */
  crashed(failure: EngineFailure): void {
    if (!this.isOpen) return;
    const reason = backendStopped(this.record.name, failure);
    const sessions = [...this.sessions];
    this.sessions.clear();
    for (const session of sessions) {
      session.client.terminate(reason);
      this.turns.withdraw(session, reason);
    }
    this.#queue.clear(reason);
    void this.#backend.kill();
    this.turns.fire(null);
  }

  /** Ends the engine wherever it is. */
  async kill(): Promise<void> {
    await this.#backend.kill();
  }

  /** Closes the engine cleanly. Only while nobody is connected. */
  async close(): Promise<void> {
    await this.#backend.close();
  }

  async #become(session: Session, resumption: Resumption, isFirst: boolean): Promise<Engine> {
    try {
      return await this.#backend.become(session, resumption, isFirst);
    } catch (error) {
      if (!(error instanceof InternalQueryError)) throw error;
      throw new ClientError({ severity: 'FATAL', code: error.error.code, message: error.error.message });
    }
  }

  #release(session: Session): void {
    this.#queue.release(session);
    this.turns.fire(session);
  }

  /** Takes an idle transaction out of the way, if it can be begun again. */
  async #suspend(owner: Session): Promise<void> {
    const idle = (): boolean => this.owns(owner) && owner.status === 'T' && owner.idleSince !== null && !owner.isMidBatch;
    if (!idle() || owner.opaque) return;
    try {
      owner.suspended = await suspendTransaction((await this.open()).engine);
    } catch (error) {
      if (error instanceof EngineFailure) return this.crashed(error);
    }
    // what cannot be suspended now will not become so while it stays idle
    if (owner.suspended === null) owner.opaque = true;
    else this.#release(owner);
  }

  #leavesTraces(session: Session): boolean {
    if (this.#backend.current === session || this.sessions.size === 0) return true;
    return session.hasStatements || session.parkedTemporaryObjects || session.parkedLocks.length > 0;
  }

  async #clear(session: Session): Promise<void> {
    const engine = await this.#become(session, 'belongings', false);
    this.#backend.forget();
    if (session.status !== 'I') await internalScript(engine, 'rollback');
    await clearSession(engine, session);
    if (this.sessions.size === 0) await internalScript(engine, 'discard all');
  }
}

const ROLE = 'select rolcanlogin, rolsuper from pg_catalog.pg_roles where rolname = $1';
