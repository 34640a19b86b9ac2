import type { WireMessage } from '../wire/message-reader.ts';

/**
 * The statement without a name. There is one in the backend for all connections, and it is gone after anything else is run there: so it
 * is parsed again when a later batch of the client uses it.
 */
export class UnnamedStatement {
  #parse: Buffer | null = null;
  #isInBackend = false;

  /** The client parsed it anew. */
  replace(parse: Buffer): void {
    this.#parse = parse;
    this.#isInBackend = true;
  }

  /** A simple query ends it, as in PostgreSQL. */
  forget(): void {
    this.#parse = null;
  }

  /** The batch is over: others may have the backend now. */
  endBatch(): void {
    this.#isInBackend = false;
  }

  /** The Parse message that has to go before this one; null when there is no need, or no such statement. */
  neededBefore(message: WireMessage): Buffer | null {
    if (this.#isInBackend || this.#parse === null || !uses(message)) return null;
    this.#isInBackend = true;
    return this.#parse;
  }
}

/** Whether a message is a Bind or Describe of the statement without a name. */
function uses({ type, body }: WireMessage): boolean {
  if (type === 'B') return body[body.indexOf(0) + 1] === 0;
  return type === 'D' && body[0] === 0x53 && body[1] === 0;
}
