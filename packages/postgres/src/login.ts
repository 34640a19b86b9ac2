import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { Client } from 'pg';
import type { ConnectDeadline } from './connect-deadline.ts';
import { recordConnectionLoss } from './connection-loss.ts';
import { AuthenticationFailed, PasswordRequired } from './errors/login-errors.ts';
import { ConnectionClosed, NotPostgres } from './errors/unreachable-errors.ts';
import { lookUpPassword } from './password-file.ts';
import { recordServerParameters } from './server-parameters.ts';
import type { DatabaseSettings } from './settings.ts';
import { typeParsers } from './type-parsers.ts';

/** What a server may answer to a startup message: authentication, an error, a notice, another version of the protocol. */
const FIRST_TYPES = Buffer.from('RENv');

/**
 * Logs in over a socket that is open, and encrypted if it is to be.
 *
 * @throws PasswordRequired, NotPostgres, ConnectionClosed, or pg's error, see `explainConnectError`
 */
export async function login(settings: DatabaseSettings, socket: Socket, deadline: ConnectDeadline): Promise<Client> {
  const { default: pg } = await import('pg');
  deadline.guard('login', socket);
  // Closed while pg was loaded: nothing would ever be heard of it again.
  if (socket.destroyed) throw socket.errored ?? new ConnectionClosed(settings);
  const release = guardAgainstGarbage(settings, socket);
  const client = new pg.Client({
    host: settings.host,
    port: settings.port,
    user: settings.user,
    database: settings.database,
    // A function, since pg would take PGPASSWORD in place of nothing; asked only when the server wants a password.
    password: () => passwordFor(settings),
    ssl: false,
    enableChannelBinding: settings.ssl.channelBinding === true,
    sslnegotiation: 'postgres',
    application_name: settings.applicationName,
    stream: () => asUnconnected(socket),
    types: typeParsers(pg.types),
  });
  setStartupOptions(client, settings.options);
  recordServerParameters(client);
  if (settings.ssl.channelBinding === true) requireChannelBinding(client, settings, socket);
  recordConnectionLoss(client);
  try {
    await client.connect();
  } finally {
    release();
  }
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

/**
 * pg's parser throws at what it does not know (a login by GSSAPI, garbage), from inside the socket's event, where nobody can
 * catch it and the process ends. Until the login is over, that becomes an error of the socket.
 *
 * @returns ends the guard
 */
function guardAgainstGarbage(settings: DatabaseSettings, socket: Socket): () => void {
  const on = socket.on.bind(socket);
  let guarding = true;
  let first = true;
  const guarded =
    (listener: (data: Buffer) => void) =>
    (data: Buffer): void => {
      try {
        if (first && !FIRST_TYPES.includes(data[0] ?? 0)) throw new NotPostgres(settings);
        first = false;
        listener(data);
      } catch (error) {
        if (!guarding) throw error;
        socket.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    };
  Reflect.set(socket, 'on', (event: string, listener: (data: unknown) => void) =>
    on(event, event === 'data' ? guarded(listener) : listener),
  );
  return () => {
    guarding = false;
    Reflect.deleteProperty(socket, 'on');
  };
}

/**
 * pg uses channel binding when it is offered; this ends every login without it, before a password is sent. What it throws,
 * `guardAgainstGarbage` makes the socket's error.
 */
function requireChannelBinding(client: Client, settings: DatabaseSettings, socket: Socket): void {
  const connection: unknown = Reflect.get(client, 'connection');
  if (!(connection instanceof EventEmitter)) return;
  let bound = false;
  const refuse = (): void => {
    if (!bound) throw new AuthenticationFailed(settings, 'the server offers no channel binding, which the settings require', undefined);
  };
  connection.on('authenticationSASL', ({ mechanisms }: { mechanisms?: readonly string[] }) => {
    bound = mechanisms?.includes('SCRAM-SHA-256-PLUS') === true && 'getPeerCertificate' in socket;
    refuse();
  });
  for (const event of ['authenticationCleartextPassword', 'authenticationMD5Password', 'authenticationOk']) connection.on(event, refuse);
}

/** pg would take PGOPTIONS in place of nothing: the settings alone are to decide. */
function setStartupOptions(client: Client, options: string | undefined): void {
  const parameters: unknown = Reflect.get(client, 'connectionParameters');
  if (typeof parameters === 'object' && parameters !== null) Reflect.set(parameters, 'options', options);
}
