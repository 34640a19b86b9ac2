import type { Client } from 'pg';
import { UnsupportedServer } from './errors/server-state-errors.ts';
import { serverParameter } from './server-parameters.ts';
import type { DatabaseSettings } from './settings.ts';

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

/** The oldest major version that Godwit is made and tested for. */
const OLDEST_MAJOR = 15;

/** @throws UnsupportedServer for a server older than PostgreSQL 15; a newer one than is known is taken */
export function assertSupportedServer(client: Client, settings: DatabaseSettings): void {
  const version = serverVersion(client);
  if (version < OLDEST_MAJOR * 10_000) throw new UnsupportedServer(settings, version, OLDEST_MAJOR);
}

/** `17.5 (Debian 17.5-1)` → 170005, `18beta1` → 180000. */
export function parseServerVersion(text: string): number {
  const [, major, minor] = /^(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return Number(major ?? 0) * 10_000 + Number(minor ?? 0);
}
