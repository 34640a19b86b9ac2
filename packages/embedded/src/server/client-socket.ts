import type { Socket } from 'node:net';
import { errorResponse } from '../wire/backend-messages.ts';
import { MessageReader } from '../wire/message-reader.ts';
import { parseStartupPacket, STARTUP_PACKET_LIMIT, type StartupPacket } from '../wire/startup-packet.ts';
import { ClientError } from './client-error.ts';

/** A client's socket as a sequence of messages. What is said to it after it is gone, is dropped. */
export class ClientSocket {
  readonly #socket: Socket;
  readonly #reader = new MessageReader();
  #wake: (() => void) | null = null;
  #closed = false;
  /** Called once when the client is gone. */
  onClose: (() => void) | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#reader.push(chunk);
      this.#wake?.();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = true;
      this.#wake?.();
      this.onClose?.();
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** `127.0.0.1:52114` */
  get address(): string {
    return `${this.#socket.remoteAddress ?? 'unknown'}:${this.#socket.remotePort ?? 0}`;
  }

  get reader(): MessageReader {
    return this.#reader;
  }

  send(bytes: Buffer): void {
    if (!this.#closed) this.#socket.write(bytes);
  }

  /** Says a last error, then closes. */
  terminate(reason: Error): void {
    const fields = reason instanceof ClientError ? reason.fields : { code: 'XX000', message: reason.message };
    this.send(errorResponse({ ...fields, severity: 'FATAL' }));
    this.end();
  }

  end(): void {
    this.#socket.end();
    this.#socket.destroySoon();
  }

  /** Resolves when there is more to read, or when the socket closed. */
  async more(): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = null;
  }

  /**
   * Reads the first packet that is no request for encryption: those are refused, and the client goes on without. Null when the client
   * went away.
   *
   * @throws ClientError 08P01 when it is no startup packet
   */
  async startup(): Promise<StartupPacket | null> {
    for (;;) {
      while (this.#reader.length < 4) {
        if (this.#closed) return null;
        await this.more();
      }
      const size = this.#reader.peek(4).readInt32BE(0);
      if (size < 8 || size > STARTUP_PACKET_LIMIT) throw new ClientError({ code: '08P01', message: 'invalid length of startup packet' });
      while (this.#reader.length < size) {
        if (this.#closed) return null;
        await this.more();
      }
      const packet = parseStartupPacket(this.#reader.take(size));
      if (packet.kind !== 'encryption') return packet;
      this.send(NO_ENCRYPTION);
    }
  }
}

const NO_ENCRYPTION = Buffer.from('N', 'latin1');
