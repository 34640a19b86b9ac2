import type { Client } from 'pg';
import { serverParameter } from './server-parameters.ts';

/**
 * The server's version as PostgreSQL counts it (`server_version_num`): 170005 is 17.5. Known since the connection started, so it costs nothing.
 *
 * @throws TypeError for a client that `connect` did not make
 */
export function serverVersion(client: Client): number {
  const text = serverParameter(client, 'server_version');
  if (text === undefined) throw new TypeError('The version is known for connections made by connect() alone');
  return parseServerVersion(text);
}

/** `17.5 (Debian 17.5-1)` → 170005, `18beta1` → 180000. */
export function parseServerVersion(text: string): number {
  const [, major, minor] = /^(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return Number(major ?? 0) * 10_000 + Number(minor ?? 0);
}
