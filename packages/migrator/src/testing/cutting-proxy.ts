import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import type { DatabaseSettings } from '@godwit/postgres';

/** When the connection is cut: before the message reaches the server, or after the server has answered it. */
export type Cut = 'before' | 'after' | 'meanwhile';

export interface CuttingProxy {
  /** To connect through it. */
  readonly settings: DatabaseSettings;
  /** Resolves when it has cut. */
  readonly cut: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * A TCP proxy before a server, which loses a connection at the first message that contains a text. `meanwhile` passes the message on and
 * loses the client at once, while the server is at work on it.
 */
export async function cuttingProxy(target: DatabaseSettings, at: string, when: Cut): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let tell = (): void => {};
  const cut = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const server = createServer((client) => {
    const upstream = target.host.startsWith('/') ? dial(`${target.host}/.s.PGSQL.${target.port}`) : dial(target.port, target.host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    let lost = false;
    let loseNext = false;
    const lose = (): void => {
      lost = true;
      client.destroy();
      tell();
    };
    client.on('data', (data) => {
      const matches = !lost && data.includes(at);
      if (matches && when === 'before') {
        upstream.destroy();
        return lose();
      }
      upstream.write(data);
      if (matches && when === 'meanwhile') lose();
      loseNext ||= matches && when === 'after';
    });
    upstream.on('data', (data) => {
      if (loseNext) lose();
      if (!lost) client.write(data);
    });
    client.on('close', () => {
      if (when !== 'meanwhile' || !lost) upstream.destroy();
    });
    upstream.on('close', () => client.destroy());
  });
  await listening(server);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    settings: { ...target, host: '127.0.0.1', port: address.port, ssl: { mode: 'disable' } },
    cut,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
