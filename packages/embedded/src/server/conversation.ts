import { serialize } from 'pg-protocol';
import { ADVISORY_WAIT } from '../engine/advisory-wait.ts';
import { exchange } from '../engine/exchange.ts';
import { internalQuery } from '../engine/internal-query.ts';
import type { Session } from '../session/session.ts';
import { writeSettings } from '../session/settings.ts';
import { encodeMessage } from '../wire/encode.ts';
import type { WireMessage } from '../wire/message-reader.ts';
import { parseErrorResponse } from '../wire/server-error.ts';
import type { Batch, MessageFilter } from './batch.ts';
import type { CopyIn } from './copy-in.ts';
import type { SharedDatabase } from './shared-database.ts';
import type { StatementPlan } from './statement-plan.ts';

/** What came of one call of the backend. */
export interface Outcome {
  readonly failed: boolean;
}

const TABLES = `
select pg_catalog.to_regclass(name)::pg_catalog.oid::pg_catalog.text
from pg_catalog.json_array_elements_text($1::pg_catalog.json) as name`;
const COPY_SAVEPOINT = 'godwit_copy';
const PASS: MessageFilter = ({ raw }) => raw;

/** Keeps what a filter lets through, and sends nothing yet. */
function collect(into: WireMessage[], filter: MessageFilter): MessageFilter {
  return (message) => {
    if (filter(message) !== null) into.push(message);
    return null;
  };
}

/** The way between one client and the backend: takes turns, hands messages over, routes notifications. */
export class Conversation {
  readonly session: Session;
  readonly database: SharedDatabase;

  constructor(session: Session, database: SharedDatabase) {
    this.session = session;
    this.database = database;
  }

  /**
   * Runs frontend messages and sends the client what `filter` lets through. The backend stays with this session until it says
   * ReadyForQuery with status idle.
   */
  async run(messages: Buffer, filter: MessageFilter = PASS): Promise<Outcome> {
    const { session, database } = this;
    let failed = false;
    let ready = false;
    await database.use(session, async (engine) => {
      await exchange(engine, messages, (received) => {
        const out: Buffer[] = [];
        for (const message of received) {
          if (message.type === 'E') failed = true;
          if (message.type === 'Z') ready = this.#ready(message);
          if (message.type === 's') session.opaque = true;
          const kept = message.type === 'A' ? this.#notify(message) : filter(this.#withClientsNames(message));
          if (kept !== null) out.push(kept);
        }
        if (out.length > 0) session.client.send(Buffer.concat(out));
      });
      return ready;
    });
    return { failed };
  }

  /**
   * Runs a whole script or batch that may want an advisory lock which another connection holds. The backend cannot wait for it: the
   * statement fails, is undone, and is run again when another connection has had the backend. Inside a transaction it just fails.
   */
  async runPatiently(batch: Batch): Promise<Outcome> {
    const { session, database } = this;
    if (session.status !== 'I' || database.owns(session)) return await this.run(batch.bytes, batch.filter());
    for (;;) {
      const { count } = database.turns;
      const answer: WireMessage[] = [];
      const outcome = await this.run(batch.bytes, collect(answer, batch.filter()));
      const waits = answer.some(({ type, body }) => type === 'E' && parseErrorResponse(body).constraint === ADVISORY_WAIT);
      if (waits && session.status === 'I' && !database.owns(session)) {
        // one turn was this one's own; after any other it is worth another try at once
        if (database.turns.count === count + 1) await database.turns.next(session);
      } else {
        session.client.send(Buffer.concat(answer.map(({ raw }) => raw)));
        return outcome;
      }
    }
  }

  /**
   * Runs a COPY … FROM STDIN as far as it comes.
   *
   * @returns the copy when it now waits for data, else null: it ended, well or not
   */
  async copy(copy: CopyIn): Promise<CopyIn | null> {
    const undoable = copy.mayAsk && this.session.status === 'T';
    if (undoable) await this.#quietly(serialize.query(`savepoint ${COPY_SAVEPOINT}`));
    const answer: WireMessage[] = [];
    await this.run(copy.attempt(), collect(answer, copy.filter()));
    const { unseen, asks } = copy.receive(answer);
    if (asks) await this.#quietly(serialize.sync());
    if (undoable && asks) await this.#quietly(serialize.query(`rollback to ${COPY_SAVEPOINT}`));
    if (undoable) await this.#quietly(serialize.query(`release ${COPY_SAVEPOINT}`));
    this.session.client.send(Buffer.concat(unseen.map(({ raw }) => raw)));
    return asks ? copy : null;
  }

  /** Remembers what statements may change that is the session's own. */
  note({ changes, channels, prepares, opaque }: StatementPlan): void {
    if (opaque) this.session.opaque = true;
    if (prepares) this.session.hasStatements = true;
    for (const name of changes) this.session.changedSettings.add(name);
    for (const { listen, channel } of channels) {
      if (channel === null) this.session.channels.clear();
      else if (listen) this.session.channels.add(channel);
      else this.session.channels.delete(channel);
    }
  }

  /** Waits while one of the tables is locked in a transaction that makes room at the moment: the backend does not know of that lock. */
  async awaitTableLocks(names: readonly string[]): Promise<void> {
    const { session, database } = this;
    while (names.length > 0 && database.lockedTables(session).size > 0) {
      const relations = await this.#resolveTables(names);
      if (!relations.some((relation) => database.lockedTables(session).has(relation))) return;
      await database.turns.next(session);
    }
  }

  async #resolveTables(names: readonly string[]): Promise<string[]> {
    const { session, database } = this;
    const relations: string[] = [];
    if (session.status === 'E') return relations;
    await database.use(session, async (engine) => {
      const rows = await internalQuery(engine, TABLES, [JSON.stringify(names)]);
      relations.push(...rows.flatMap(([relation]) => relation ?? []));
      return true;
    });
    return relations;
  }

  /** After RESET: the backend's defaults are not what this client asked for when it connected. */
  async restoreStartupSettings(names: readonly string[]): Promise<void> {
    const { session, database } = this;
    const settings = [...session.startupSettings].filter(([name]) => names.includes('*') || names.includes(name.toLowerCase()));
    if (settings.length === 0 || session.status === 'E') return;
    await database.use(session, async (engine) => {
      await writeSettings(engine, settings);
      return true;
    });
  }

  /** Runs something of ours in the client's transaction. */
  async #quietly(messages: Buffer): Promise<void> {
    await this.run(messages, () => null);
  }

  /** Errors tell of prepared statements by the names that the client gave them. */
  #withClientsNames(message: WireMessage): WireMessage {
    const { type, body } = message;
    if (type !== 'E' || !this.session.hasStatements || !body.includes(`${this.session.suffix}"`)) return message;
    const raw = encodeMessage('E', Buffer.from(body.toString('latin1').replaceAll(`${this.session.suffix}"`, '"'), 'latin1'));
    return { type, body: raw.subarray(5), raw };
  }

  #ready({ body }: WireMessage): boolean {
    const status = String.fromCharCode(body[0] ?? 0);
    this.session.status = status === 'T' || status === 'E' ? status : 'I';
    if (this.session.status === 'I') this.session.opaque = false;
    return true;
  }

  /** A notification goes to those that listen; the backend itself listens to all channels of all connections. */
  #notify({ body, raw }: WireMessage): Buffer | null {
    const channel = body.toString('utf8', 4, body.indexOf(0, 4));
    for (const other of this.database.sessions) if (other !== this.session && other.channels.has(channel)) other.client.send(raw);
    return this.session.channels.has(channel) ? raw : null;
  }
}
