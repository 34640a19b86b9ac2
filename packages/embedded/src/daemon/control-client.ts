import { connect } from 'node:net';
import { serialize } from 'pg-protocol';
import { CONTROL_PARAMETER } from '../server/control.ts';
import { MessageReader } from '../wire/message-reader.ts';

/** `touch` is `status` that also puts off the idle stop; it is refused by a server that is stopping. */
export type ControlCommand = 'status' | 'touch' | 'stop';

/** A server that does not answer within this time is not taken for one. */
const ANSWER_MS = 5_000;

/**
 * Asks the server on a port of this machine to do something. Resolves to its answer once it closed the conversation, to null when
 * nobody answers there or somebody who does not know the token.
 *
 * @param options.timeoutMs 5 s unless given
 */
export function control(options: {
  readonly port: number;
  readonly token: string;
  readonly command: ControlCommand;
  readonly timeoutMs?: number;
}): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: options.port });
    const reader = new MessageReader();
    let answer: string | null = null;
    const timer = setTimeout(() => socket.destroy(), options.timeoutMs ?? ANSWER_MS);
    socket.on('connect', () => {
      socket.write(serialize.startup({ user: 'godwit', [CONTROL_PARAMETER]: options.token }));
      socket.write(serialize.query(options.command));
    });
    socket.on('data', (chunk: Buffer) => {
      reader.push(chunk);
      for (let message = reader.next(); message !== null; message = reader.next()) {
        // a row of one text column: two bytes of count, four of length
        if (message.type === 'D') answer = message.body.toString('utf8', 6);
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
