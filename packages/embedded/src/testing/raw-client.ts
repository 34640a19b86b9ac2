import { connect, type Socket } from 'node:net';
import { serialize } from 'pg-protocol';
import { MessageReader, type WireMessage } from '../wire/message-reader.ts';
import { parseErrorResponse } from '../wire/server-error.ts';

/** A client that says exactly what it is told to, for what no driver would say. */
export class RawClient {
  readonly #socket: Socket;
  readonly #reader = new MessageReader();
  readonly #waiting: (() => void)[] = [];

  private constructor(socket: Socket) {
    this.#socket = socket;
    const wake = (): void => {
      for (const resolve of this.#waiting.splice(0)) resolve();
    };
    socket.on('data', (chunk: Buffer) => {
      this.#reader.push(chunk);
      wake();
    });
    socket.on('close', wake);
    socket.on('error', wake);
  }

  /** Connects and gets through the startup. */
  static async connect(port: number, database: string, parameters: Record<string, string> = {}): Promise<RawClient> {
    const client = await RawClient.open(port);
    client.send(serialize.startup({ user: 'postgres', database, ...parameters }));
    await client.until('Z');
    return client;
  }

  /** Connects and says nothing yet. */
  static async open(port: number): Promise<RawClient> {
    const socket = connect({ host: '127.0.0.1', port });
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawClient(socket);
  }

  send(...messages: Buffer[]): void {
    this.#socket.write(Buffer.concat(messages));
  }

  /** The messages up to the first of this type. */
  async until(type: string): Promise<WireMessage[]> {
    const messages: WireMessage[] = [];
    while (messages.at(-1)?.type !== type) {
      const message = this.#reader.next();
      if (message !== null) messages.push(message);
      else if (this.#socket.closed) throw new Error(`closed after ${summarize(messages)}`);
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return messages;
  }

  /** The bytes of an answer that is no message. */
  async bytes(size: number): Promise<string> {
    while (this.#reader.length < size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#reader.take(size).toString('latin1');
  }

  async end(): Promise<void> {
    this.#socket.end();
    if (!this.#socket.closed) await new Promise((resolve) => this.#socket.once('close', resolve));
  }
}

/** Messages in short: `1 2 D(a) C(SELECT 1) Z(I)`, errors by their code. */
export function summarize(messages: readonly WireMessage[]): string {
  return messages.map(summarizeOne).join(' ');
}

function summarizeOne({ type, body }: WireMessage): string {
  if (type === 'E' || type === 'N') return `${type}(${parseErrorResponse(body).code})`;
  if (type === 'C') return `C(${body.toString('utf8', 0, body.length - 1)})`;
  if (type === 'Z') return `Z(${body.toString('latin1')})`;
  if (type === 'D') return `D(${firstColumn(body)})`;
  if (type === 'G') return `G(${body[0]},${body.readInt16BE(1)})`;
  return type;
}

function firstColumn(body: Buffer): string {
  const size = body.readInt32BE(2);
  return size < 0 ? 'null' : body.toString('utf8', 6, 6 + size);
}
