import { errorResponse, readyForQuery } from '../wire/backend-messages.ts';
import type { WireMessage } from '../wire/message-reader.ts';
import { ClientError } from './client-error.ts';
import type { Conversation } from './conversation.ts';
import type { CopyIn } from './copy-in.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { ExtendedQuery } from './extended-query.ts';
import { SimpleQuery } from './simple-query.ts';

/** Answers the messages of one client after its startup, in order. */
export class Connection {
  readonly #conversation: Conversation;
  readonly #simple: SimpleQuery;
  readonly #extended: ExtendedQuery;
  #copy: CopyIn | null = null;

  constructor(conversation: Conversation, commands: DatabaseCommands) {
    this.#conversation = conversation;
    this.#simple = new SimpleQuery(conversation, commands);
    this.#extended = new ExtendedQuery(conversation, commands);
  }

  /** Handles one message; what it throws is not the client's fault, but for a ClientError, which was not yet said. */
  async handle(message: WireMessage): Promise<void> {
    if (this.#copy !== null && isCopyMessage(message)) return await this.#continueCopy(this.#copy, message);
    try {
      if (message.type === 'Q') {
        this.#extended.interrupt();
        this.#copy = await this.#simple.run(message);
      } else this.#copy = await this.#extended.take(message);
    } catch (error) {
      if (!(error instanceof ClientError) || error.fields.severity === 'FATAL') throw error;
      this.#say(error, message);
    }
  }

  async #continueCopy(copy: CopyIn, message: WireMessage): Promise<void> {
    if (message.type === 'H' || message.type === 'S') return;
    copy.add(message);
    if (message.type === 'd') return;
    this.#copy = null;
    this.#copy = await this.#conversation.copy(copy);
  }

  /** An error before the backend was reached: a simple query ends with it, an extended one at its Sync. */
  #say(error: ClientError, message: WireMessage): void {
    const { client, status } = this.#conversation.session;
    client.send(errorResponse(error.fields));
    if (message.type === 'Q' || message.type === 'S') client.send(readyForQuery(status));
    else this.#extended.skipToSync();
  }
}

function isCopyMessage({ type }: WireMessage): boolean {
  return type === 'd' || type === 'c' || type === 'f' || type === 'H' || type === 'S';
}
