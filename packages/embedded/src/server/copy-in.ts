import { cstring, encodeMessage } from '../wire/encode.ts';
import type { WireMessage } from '../wire/message-reader.ts';
import type { Batch, MessageFilter } from './batch.ts';

/**
 * COPY … FROM STDIN. PostgreSQL reads the data while it runs the statement, and here a statement is one call: the data has to be there
 * before. So the statement is first run with a CopyFail behind it, which shows what it answers (the columns, or an error) and leaves
 * nothing behind; when it asked for data, the client is told so, and the statement is run again with what the client sent.
 */
export class CopyIn {
  /** The statement's messages and, behind them, the data of the copies that were answered. */
  readonly #messages: Buffer[];
  /** How many statements may ask for data. */
  readonly #copies: number;
  /** How many CopyInResponses the client has seen. */
  #answered = 0;
  /** How many messages of the backend the client has seen. */
  #seen = 0;

  readonly #batch: Batch;

  constructor(batch: Batch) {
    this.#batch = batch;
    this.#messages = [batch.bytes];
    this.#copies = batch.copies;
  }

  /** For one attempt. */
  filter(): MessageFilter {
    return this.#batch.filter();
  }

  /** Keeps CopyData, CopyDone or CopyFail. */
  add({ raw }: WireMessage): void {
    this.#messages.push(raw);
  }

  /** Everything so far, and an end for a copy that has no data yet: PostgreSQL ignores it when no copy asks for it. */
  attempt(): Buffer {
    return Buffer.concat([...this.#messages, NO_MORE_DATA]);
  }

  /** Whether another attempt may still ask for data, and so has to be undone. */
  get mayAsk(): boolean {
    return this.#answered < this.#copies;
  }

  /** Takes what an attempt answered: what of it the client has not seen yet, and whether data is asked for. */
  receive(answer: readonly WireMessage[]): { readonly unseen: readonly WireMessage[]; readonly asks: boolean } {
    const requests = answer.flatMap(({ type }, index) => (type === 'G' ? [index] : []));
    const request = requests[this.#answered];
    const end = request === undefined ? answer.length : request + 1;
    const unseen = answer.slice(this.#seen, end);
    this.#seen = end;
    if (request !== undefined) this.#answered++;
    return { unseen, asks: request !== undefined };
  }
}

const NO_MORE_DATA = encodeMessage('f', cstring('no data'));
