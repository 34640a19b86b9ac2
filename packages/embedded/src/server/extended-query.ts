import { commandComplete, readyForQuery } from '../wire/backend-messages.ts';
import { encodeMessage } from '../wire/encode.ts';
import type { WireMessage } from '../wire/message-reader.ts';
import { ownStatementName } from '../wire/prepared-names.ts';
import { ClientError } from './client-error.ts';
import type { Conversation } from './conversation.ts';
import { CopyIn } from './copy-in.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { runServerCommand } from './server-commands.ts';
import { planStatements, type StatementPlan } from './statement-plan.ts';

const FLUSH = encodeMessage('H');

/**
 * Parse, Bind, Describe, Execute, Close, Flush, Sync and function calls. Messages are gathered and run as one call at Flush or Sync.
 * A statement that the server answers itself is an empty one for the backend; its Execute never gets there.
 */
export class ExtendedQuery {
  readonly #conversation: Conversation;
  readonly #commands: DatabaseCommands;
  /** What was found in the statements of the connection, and which statement a portal was made of. */
  readonly #statements = new Map<string, StatementPlan>();
  readonly #portals = new Map<string, StatementPlan>();
  #batch: Buffer[] = [];
  #copies = 0;
  #waits = false;
  #tableLocks: string[] = [];
  #resets: string[] = [];
  #skipping = false;

  constructor(conversation: Conversation, commands: DatabaseCommands) {
    this.#conversation = conversation;
    this.#commands = commands;
  }

  /** After an error nothing is run until the client's Sync. */
  skipToSync(): void {
    this.#takeBatch();
    this.#skipping = true;
  }

  /** Resolves to a copy that waits for data, else to null. */
  async take(message: WireMessage): Promise<CopyIn | null> {
    if (this.#skipping && message.type !== 'S') return null;
    switch (message.type) {
      case 'P':
        this.#parse(message);
        break;
      case 'B':
        this.#bind(message);
        break;
      case 'E':
        if (await this.#execute(message)) return null;
        break;
      case 'D':
      case 'C':
      case 'H':
      case 'S':
      case 'F':
        this.#batch.push(ownStatementName(message, this.#conversation.session.prefix));
        break;
      case 'd':
      case 'c':
      case 'f':
        return null;
      default:
        throw new ClientError({ severity: 'FATAL', code: '08P01', message: `invalid frontend message type ${message.type.charCodeAt(0)}` });
    }
    return /[HSF]/.test(message.type) ? await this.#flush(message.type) : null;
  }

  #parse(message: WireMessage): void {
    const { body } = message;
    const nameEnd = body.indexOf(0);
    const textEnd = body.indexOf(0, nameEnd + 1);
    const { session } = this.#conversation;
    const { prefix } = session;
    if (nameEnd > 0) session.hasStatements = true;
    const plan = planStatements(body.toString('latin1', nameEnd + 1, textEnd), session);
    this.#statements.set(body.toString('utf8', 0, nameEnd), plan);
    const [piece] = plan.pieces;
    const inBackend = piece?.command == null || session.status !== 'I';
    const sql = plan.pieces.length > 1 ? body.toString('latin1', nameEnd + 1, textEnd) : inBackend ? (piece?.sql ?? '') : '';
    const raw = encodeMessage('P', body.subarray(0, nameEnd + 1), Buffer.from(`${sql}\0`, 'latin1'), body.subarray(textEnd + 1));
    this.#batch.push(ownStatementName({ type: 'P', body: raw.subarray(5), raw }, prefix));
  }

  #bind(message: WireMessage): void {
    const { body } = message;
    const portalEnd = body.indexOf(0);
    const plan = this.#statements.get(body.toString('utf8', portalEnd + 1, body.indexOf(0, portalEnd + 1)));
    const portal = body.toString('utf8', 0, portalEnd);
    if (plan === undefined) this.#portals.delete(portal);
    else this.#portals.set(portal, plan);
    this.#batch.push(ownStatementName(message, this.#conversation.session.prefix));
  }

  /** True when the server answered itself. */
  async #execute(message: WireMessage): Promise<boolean> {
    const plan = this.#portals.get(message.body.toString('utf8', 0, message.body.indexOf(0)));
    const command = plan?.pieces.length === 1 ? plan.pieces[0]?.command : null;
    if (command == null || this.#conversation.session.status !== 'I') {
      if (plan !== undefined) this.#conversation.note(plan);
      this.#tableLocks.push(...(plan?.tableLocks ?? []));
      this.#resets.push(...(plan?.resets ?? []));
      this.#copies += plan?.copies ?? 0;
      this.#waits ||= plan?.waits ?? false;
      this.#batch.push(message.raw);
      return false;
    }
    const batch = this.#takeBatch();
    const failed = batch.length > 0 && (await this.#conversation.run(Buffer.concat([...batch, FLUSH]))).failed;
    if (failed) this.skipToSync();
    else this.#conversation.session.client.send(commandComplete(await runServerCommand(this.#commands, this.#conversation, command)));
    return true;
  }

  async #flush(type: string): Promise<CopyIn | null> {
    const copies = this.#copies;
    const waits = this.#waits && type === 'S';
    const batch = this.#takeBatch();
    const { session, database } = this.#conversation;
    if (this.#skipping) {
      this.#skipping = false;
      if (!database.owns(session)) {
        session.client.send(readyForQuery(session.status));
        return null;
      }
    }
    await this.#conversation.awaitTableLocks(this.#tableLocks.splice(0));
    if (copies > 0) return await this.#conversation.copy(new CopyIn(batch, copies));
    if (waits) await this.#conversation.runPatiently(Buffer.concat(batch));
    else await this.#conversation.run(Buffer.concat(batch));
    if (type === 'S') await this.#conversation.restoreStartupSettings(this.#resets.splice(0));
    return null;
  }

  #takeBatch(): Buffer[] {
    const batch = this.#batch;
    this.#batch = [];
    this.#copies = 0;
    this.#waits = false;
    return batch;
  }
}
