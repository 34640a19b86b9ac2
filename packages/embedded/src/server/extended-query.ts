import { commandComplete, readyForQuery } from '../wire/backend-messages.ts';
import { encodeMessage } from '../wire/encode.ts';
import type { WireMessage } from '../wire/message-reader.ts';
import { ownStatementName } from '../wire/prepared-names.ts';
import { Batch } from './batch.ts';
import { ClientError } from './client-error.ts';
import type { Conversation } from './conversation.ts';
import { CopyIn } from './copy-in.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { runServerCommand } from './server-commands.ts';
import { planStatements, type ServerCommand, type StatementPlan } from './statement-plan.ts';
import { UnnamedStatement } from './unnamed-statement.ts';

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
  readonly #unnamed = new UnnamedStatement();
  #batch = new Batch();
  #resets: string[] = [];
  #isSkipping = false;

  constructor(conversation: Conversation, commands: DatabaseCommands) {
    this.#conversation = conversation;
    this.#commands = commands;
  }

  /** After an error nothing is run until the client's Sync. */
  skipToSync(): void {
    this.#batch = new Batch();
    this.#isSkipping = true;
  }

  /** To be told of simple queries: they end the statement without a name. */
  interrupt(): void {
    this.#unnamed.forget();
  }

  /** Resolves to a copy that waits for data, else to null. */
  async take(message: WireMessage): Promise<CopyIn | null> {
    if (this.#isSkipping && message.type !== 'S') return null;
    switch (message.type) {
      case 'P':
        this.#parse(message);
        return null;
      case 'B':
        this.#bind(message);
        return null;
      case 'E':
        await this.#execute(message);
        return null;
      case 'D':
      case 'C':
        this.#add(message);
        return null;
      case 'H':
      case 'S':
      case 'F':
        this.#add(message);
        return await this.#flush(message.type);
      case 'd':
      case 'c':
      case 'f':
        return null;
      default:
        throw new ClientError({ severity: 'FATAL', code: '08P01', message: `invalid frontend message type ${message.type.charCodeAt(0)}` });
    }
  }

  #add(message: WireMessage): void {
    const parse = this.#unnamed.neededBefore(message);
    if (parse !== null) this.#batch.addParse(parse, true);
    this.#batch.add(ownStatementName(message, this.#conversation.session.suffix));
  }

  #parse({ body }: WireMessage): void {
    const { session } = this.#conversation;
    const nameEnd = body.indexOf(0);
    const textEnd = body.indexOf(0, nameEnd + 1);
    const text = body.toString('latin1', nameEnd + 1, textEnd);
    const plan = planStatements(text, session);
    this.#statements.set(body.toString('utf8', 0, nameEnd), plan);
    const [piece] = plan.pieces;
    const isSingle = plan.pieces.length === 1 && piece !== undefined;
    const isOurs = isSingle && piece.command !== null && session.status === 'I';
    const sql = isSingle ? (isOurs ? '' : piece.sql) : text;
    const raw = encodeMessage('P', body.subarray(0, nameEnd + 1), Buffer.from(`${sql}\0`, 'latin1'), body.subarray(textEnd + 1));
    this.#batch.addParse(ownStatementName({ type: 'P', body: raw.subarray(5), raw }, session.suffix), false);
    if (nameEnd > 0) session.hasStatements = true;
    else this.#unnamed.replace(raw);
  }

  #bind(message: WireMessage): void {
    const { body } = message;
    const portalEnd = body.indexOf(0);
    const plan = this.#statements.get(body.toString('utf8', portalEnd + 1, body.indexOf(0, portalEnd + 1)));
    const portal = body.toString('utf8', 0, portalEnd);
    if (plan === undefined) this.#portals.delete(portal);
    else this.#portals.set(portal, plan);
    this.#add(message);
  }

  async #execute(message: WireMessage): Promise<void> {
    const plan = this.#portals.get(message.body.toString('utf8', 0, message.body.indexOf(0)));
    const command = plan?.pieces.length === 1 ? plan.pieces[0]?.command : null;
    if (command != null && this.#conversation.session.status === 'I') return await this.#command(command);
    this.#batch.add(message.raw);
    if (plan === undefined) return;
    this.#conversation.note(plan);
    this.#batch.expect(plan);
    this.#resets.push(...plan.resets);
  }

  /** Runs what the server answers itself, after what goes before it. */
  async #command(command: ServerCommand): Promise<void> {
    const batch = this.#takeBatch();
    batch.add(FLUSH);
    const { failed } = await this.#conversation.run(batch.bytes, batch.filter());
    if (failed) this.skipToSync();
    else this.#conversation.session.client.send(commandComplete(await runServerCommand(this.#commands, this.#conversation, command)));
  }

  async #flush(type: string): Promise<CopyIn | null> {
    const batch = this.#takeBatch();
    const { session, database } = this.#conversation;
    if (type === 'S') this.#unnamed.endBatch();
    if (this.#isSkipping) {
      this.#isSkipping = false;
      if (!database.owns(session)) {
        session.client.send(readyForQuery(session.status));
        return null;
      }
    }
    await this.#conversation.awaitTableLocks(batch.tableLocks);
    if (batch.copies > 0) return await this.#conversation.copy(new CopyIn(batch));
    if (batch.waits && type === 'S') await this.#conversation.runPatiently(batch);
    else await this.#conversation.run(batch.bytes, batch.filter());
    if (type === 'S') await this.#conversation.restoreStartupSettings(this.#resets.splice(0));
    return null;
  }

  #takeBatch(): Batch {
    const batch = this.#batch;
    this.#batch = new Batch();
    return batch;
  }
}
