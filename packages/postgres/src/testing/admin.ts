import type { Client } from 'pg';
import { connect } from '../connect.ts';
import type { DatabaseSettings } from '../settings.ts';

let open: Promise<Client> | undefined;

/**
 * The connection of this process on which databases are made and dropped: to connect costs the server more than to make one. It does not keep
 * the process alive.
 */
export function admin(server: DatabaseSettings): Promise<Client> {
  open ??= connectOnce(server).catch((error: unknown) => {
    open = undefined;
    throw error;
  });
  return open;
}

async function connectOnce(server: DatabaseSettings): Promise<Client> {
  const client = await connect(server, { anyEncoding: true });
  client.once('end', () => {
    open = undefined;
  });
  if ('unref' in client && typeof client.unref === 'function') client.unref();
  return client;
}
