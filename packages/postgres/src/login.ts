import type { Socket } from 'node:net';
import type { Client } from 'pg';
import type { ConnectDeadline } from './connect-deadline.ts';
import { PasswordRequired } from './errors/login-errors.ts';
import { lookUpPassword } from './password-file.ts';
import { recordServerParameters } from './server-parameters.ts';
import type { DatabaseSettings } from './settings.ts';
import { typeParsers } from './type-parsers.ts';

/**
 * Logs in over a socket that is open, and encrypted if it is to be.
 *
 * @throws PasswordRequired, or pg's error, see `explainConnectError`
 */
export async function login(settings: DatabaseSettings, socket: Socket, deadline: ConnectDeadline): Promise<Client> {
  const { default: pg } = await import('pg');
  deadline.guard('login', socket);
  const client = new pg.Client({
    host: settings.host,
    port: settings.port,
    user: settings.user,
    database: settings.database,
    // A function, since pg would take PGPASSWORD in place of nothing; asked only when the server wants a password.
    password: () => passwordFor(settings),
    ssl: false,
    sslnegotiation: 'postgres',
    application_name: settings.applicationName,
    stream: () => asUnconnected(socket),
    types: typeParsers(pg.types),
  });
  setStartupOptions(client, settings.options);
  recordServerParameters(client);
  // An idle connection that breaks must not end the process: the next query on it says what happened.
  client.on('error', () => {});
  await client.connect();
  return client;
}

function passwordFor(settings: DatabaseSettings): string {
  if (settings.password) return settings.password;
  const { password, passedOver } = lookUpPassword(settings);
  if (password === undefined) throw new PasswordRequired(settings, passedOver);
  return password;
}

/** pg wants to open its socket itself; this one lets it believe so. */
function asUnconnected<T extends Socket>(socket: T): T {
  socket.connect = () => {
    queueMicrotask(() => socket.emit('connect'));
    return socket;
  };
  return socket;
}

/** pg would take PGOPTIONS in place of nothing: the settings alone are to decide. */
function setStartupOptions(client: Client, options: string | undefined): void {
  const parameters: unknown = Reflect.get(client, 'connectionParameters');
  if (typeof parameters === 'object' && parameters !== null) Reflect.set(parameters, 'options', options);
}
