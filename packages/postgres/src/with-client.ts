import type { Client } from 'pg';
import { type ConnectOptions, connect } from './connect.ts';
import type { DatabaseSettings } from './settings.ts';

/** Connects, runs, and closes the connection however it ends. */
export async function withClient<T>(
  settings: DatabaseSettings,
  run: (client: Client) => Promise<T>,
  options: ConnectOptions = {},
): Promise<T> {
  const client = await connect(settings, options);
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
