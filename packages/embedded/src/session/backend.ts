import { type Engine, EngineFailure } from '../engine/engine.ts';
import type { OpenDatabase } from '../server/open-database.ts';
import { type DatabaseList, writeDatabaseList } from './database-list.ts';
import type { Session } from './session.ts';
import { freshenSettings, parkSession, resumeBelongings, resumeSession } from './switch-session.ts';

/** How much of a session is given to the backend: `belongings` is enough to remove them. */
export type Resumption = 'session' | 'belongings';

/** The one backend of a database: opened when it is needed, in the state of one session at a time. */
export class Backend {
  readonly #openDatabase: () => Promise<OpenDatabase>;
  readonly #databases: DatabaseList;
  /** Which version of the list its `pg_database` shows. */
  #listVersion = 0;
  #opening: Promise<OpenDatabase> | null = null;
  /** An engine that failed is on its way out: two on one directory would destroy it. */
  #ended: Promise<void> = Promise.resolve();
  #current: Session | null = null;

  constructor(openDatabase: () => Promise<OpenDatabase>, databases: DatabaseList) {
    this.#openDatabase = openDatabase;
    this.#databases = databases;
  }

  get isOpen(): boolean {
    return this.#opening !== null;
  }

  /** Whose state it is in; null when it is fresh. */
  get current(): Session | null {
    return this.#current;
  }

  async open(): Promise<OpenDatabase> {
    this.#opening ??= this.#ended.then(() => this.#openDatabase());
    try {
      return await this.#opening;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }

  /**
   * Puts it into the state of `session`. Fails, and is fresh, when the session wants a setting that there is not.
   *
   * @param isFirst whether the session was just given the backend: nothing of it runs yet
   */
  async become(session: Session, resumption: Resumption, isFirst: boolean): Promise<Engine> {
    const { engine } = await this.open();
    const isStale = isFirst && this.#listVersion !== this.#databases.version;
    if (this.#current === session && !isStale) return engine;
    const previous = this.#current;
    this.#current = null;
    if (previous !== null) await parkSession(engine, previous);
    if (isStale) await this.#writeList(engine);
    try {
      await (resumption === 'session' ? resumeSession(engine, session) : resumeBelongings(engine, session));
    } catch (error) {
      if (!(error instanceof EngineFailure)) await freshenSettings(engine);
      throw error;
    }
    this.#current = session;
    return engine;
  }

  async #writeList(engine: Engine): Promise<void> {
    const { version } = this.#databases;
    await writeDatabaseList(engine, this.#databases.list());
    this.#listVersion = version;
  }

  /** To be called when it was made fresh. */
  forget(): void {
    this.#current = null;
  }

  /** Shuts down cleanly. */
  async close(): Promise<void> {
    await (await this.#takeEngine())?.close();
  }

  /** Ends it wherever it is; the next `open` recovers. */
  async kill(): Promise<void> {
    this.#ended = this.#takeEngine().then((engine) => engine?.kill());
    await this.#ended;
  }

  async #takeEngine(): Promise<Engine | undefined> {
    const opening = this.#opening;
    this.#opening = null;
    this.#current = null;
    this.#listVersion = 0;
    return (await opening?.catch(() => undefined))?.engine;
  }
}
