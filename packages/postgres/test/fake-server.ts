import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { parseDatabaseUrl } from '../src/database-url.ts';
import type { DatabaseSettings } from '../src/settings.ts';

export interface FakeServer {
  readonly settings: DatabaseSettings;
  /** How many connections it has taken. */
  readonly connections: () => number;
}

type OnConnection = (socket: Socket, connection: number) => void;

/** Listens while `run` runs, unencrypted settings for it at hand; `onConnection` plays the server's part. */
export async function withFakeServer<T>(onConnection: OnConnection, run: (server: FakeServer) => Promise<T>): Promise<T> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    // Clients hang up in the middle here: that is what the tests are about.
    socket.on('error', () => {});
    onConnection(socket, ++connections);
  });
  const port = await listen(server);
  try {
    const settings = parseDatabaseUrl(`postgres://app:s3cret@127.0.0.1:${port}/shop?sslmode=disable`, 'DATABASE_URL');
    return await run({ settings, connections: () => connections });
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** Answers the first message of each connection, and nothing after it. */
export function replying(...replies: readonly Buffer[]): OnConnection {
  return (socket) => socket.once('data', () => socket.end(Buffer.concat(replies)));
}

/** @returns the port that the system chose on 127.0.0.1 */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/** A port on 127.0.0.1 where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}
