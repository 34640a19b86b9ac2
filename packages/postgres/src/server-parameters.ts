import { EventEmitter } from 'node:events';
import type { Client } from 'pg';
import { acrossCopies } from './across-copies.ts';

/** What a server reports on its own while a connection starts: `server_version`, `server_encoding`, `client_encoding`. */
const reported = acrossCopies<Client, Map<string, string>>('server-parameters');

/** Notes what the server reports from now on; to be called before the client connects. */
export function recordServerParameters(client: Client): void {
  const parameters = new Map<string, string>();
  reported.set(client, parameters);
  const connection: unknown = Reflect.get(client, 'connection');
  if (!(connection instanceof EventEmitter)) return;
  connection.on('parameterStatus', (message: { parameterName?: unknown; parameterValue?: unknown }) => {
    const { parameterName: name, parameterValue: value } = message;
    if (typeof name === 'string' && typeof value === 'string') parameters.set(name, value);
  });
}

/** The present value of a reported parameter, without asking the server; undefined for a client that `connect` did not make. */
export function serverParameter(client: Client, name: string): string | undefined {
  return reported.get(client)?.get(name);
}
