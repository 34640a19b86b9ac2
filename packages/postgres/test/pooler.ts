import { createServer, type Socket } from 'node:net';
import { connect } from '../src/connect.ts';
import type { DatabaseSettings } from '../src/settings.ts';
import { authentication, backendKeyData, parameterStatus, readyForQuery, splitMessages } from './backend-messages.ts';
import { listen } from './fake-server.ts';

const READY = 'Z'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);

/** A connection to the real server, lent to one client at a time. */
interface Lent {
  send(bytes: Buffer): void;
  onMessage: (message: Buffer) => void;
}

/**
 * A pooler like PgBouncer: it announces process numbers of its own and lends a server connection for a transaction or a session, the
 * one that came back last first. It knows the simple query protocol, which is what queries without parameters use.
 */
export async function withPooler<T>(
  target: DatabaseSettings,
  mode: 'transaction' | 'session',
  run: (settings: DatabaseSettings) => Promise<T>,
): Promise<T> {
  const servers = await Promise.all([connect(target), connect(target)]);
  const idle: Lent[] = servers.map((client) => lend(client));
  const sockets = new Set<Socket>();
  let announced = 900_000;

  const serve = (socket: Socket): void => {
    let lent: Lent | undefined;
    let rest: Buffer = Buffer.alloc(0);
    const giveBack = (): void => {
      if (lent !== undefined) idle.push(lent);
      lent = undefined;
    };
    socket.on('data', (data: Buffer) => {
      const split = splitMessages(Buffer.concat([rest, data]));
      rest = split.rest;
      for (const message of split.messages) {
        if (message[0] === TERMINATE) return socket.end();
        lent ??= idle.pop();
        if (lent === undefined) throw new Error('The test pooler has no server connection left');
        lent.onMessage = (reply) => {
          socket.write(reply);
          if (mode === 'transaction' && reply[0] === READY && reply[5] === 'I'.charCodeAt(0)) giveBack();
        };
        lent.send(message);
      }
    });
    socket.on('close', giveBack);
  };

  const pooler = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(
        Buffer.concat([authentication(0), parameterStatus('server_encoding', 'UTF8'), backendKeyData(++announced), readyForQuery()]),
      );
      serve(socket);
    });
  });
  const port = await listen(pooler);
  try {
    return await run({ ...target, host: '127.0.0.1', port, ssl: { mode: 'disable' } });
  } finally {
    for (const socket of sockets) socket.destroy();
    pooler.close();
    for (const client of servers) socketOf(client).destroy();
  }
}

function lend(client: object): Lent {
  const socket = socketOf(client);
  socket.removeAllListeners('data');
  let rest: Buffer = Buffer.alloc(0);
  const lent: Lent = { send: (bytes) => socket.write(bytes), onMessage: () => {} };
  socket.on('data', (data: Buffer) => {
    const split = splitMessages(Buffer.concat([rest, data]));
    rest = split.rest;
    for (const message of split.messages) lent.onMessage(message);
  });
  return lent;
}

function socketOf(client: object): Socket {
  return Reflect.get(Reflect.get(client, 'connection'), 'stream');
}
