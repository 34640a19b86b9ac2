import { commandComplete, errorResponse, readyForQuery } from '../wire/backend-messages.ts';
import { encodeMessage } from '../wire/encode.ts';
import type { WireMessage } from '../wire/message-reader.ts';
import { Batch } from './batch.ts';
import { ClientError } from './client-error.ts';
import type { Conversation } from './conversation.ts';
import { CopyIn } from './copy-in.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { runServerCommand } from './server-commands.ts';
import { type Piece, planStatements } from './statement-plan.ts';

/** Query messages: scripts of any number of statements. */
export class SimpleQuery {
  readonly #conversation: Conversation;
  readonly #commands: DatabaseCommands;

  constructor(conversation: Conversation, commands: DatabaseCommands) {
    this.#conversation = conversation;
    this.#commands = commands;
  }

  /** Resolves to a copy that waits for data, else to null. */
  async run(message: WireMessage): Promise<CopyIn | null> {
    const { session } = this.#conversation;
    const plan = planStatements(message.body.toString('latin1', 0, message.body.length - 1), session);
    this.#conversation.note(plan);
    await this.#conversation.awaitTableLocks(plan.tableLocks);
    const [only] = plan.pieces;
    if (plan.pieces.length > 1 || only === undefined || only.command !== null) await this.#inPieces(plan.pieces);
    else if (plan.copies > 0) return await this.#conversation.copy(new CopyIn(Batch.of(queryMessage(only), plan)));
    else if (plan.waits) await this.#conversation.runPatiently(Batch.of(queryMessage(only), plan));
    else await this.#conversation.run(queryMessage(only));
    await this.#conversation.restoreStartupSettings(plan.resets);
    return null;
  }

  async #inPieces(pieces: readonly Piece[]): Promise<void> {
    const { session } = this.#conversation;
    for (const piece of pieces) if (!(await this.#piece(piece))) break;
    session.client.send(readyForQuery(session.status));
  }

  /** False when the rest is not to be run. */
  async #piece(piece: Piece): Promise<boolean> {
    const { session } = this.#conversation;
    if (piece.command === null || session.status !== 'I') {
      // in a transaction the backend refuses these statements in its own words
      const { failed } = await this.#conversation.run(queryMessage(piece), ({ type, raw }) => (type === 'Z' ? null : raw));
      return !failed;
    }
    try {
      session.client.send(commandComplete(await runServerCommand(this.#commands, this.#conversation, piece.command)));
      return true;
    } catch (error) {
      if (!(error instanceof ClientError) || error.fields.severity === 'FATAL') throw error;
      session.client.send(errorResponse(error.fields));
      return false;
    }
  }
}

function queryMessage({ sql }: Piece): Buffer {
  return encodeMessage('Q', Buffer.from(`${sql}\0`, 'latin1'));
}
