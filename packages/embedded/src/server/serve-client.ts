import { randomInt } from 'node:crypto';
import { Session } from '../session/session.ts';
import { authenticationOk, backendKeyData, negotiateProtocolVersion, parameterStatus, readyForQuery } from '../wire/backend-messages.ts';
import { ClientError } from './client-error.ts';
import { startupSettings } from './client-settings.ts';
import type { ClientSocket } from './client-socket.ts';
import type { Cluster } from './cluster.ts';
import { Connection } from './connection.ts';
import { Conversation } from './conversation.ts';
import type { DatabaseCommands } from './database-commands.ts';
import type { OpenDatabase } from './open-database.ts';
import type { SharedDatabase } from './shared-database.ts';

/** The setting by which a client can tell that it speaks to this server: `pg`'s client emits it as `parameterStatus`. */
export const EMBEDDED_PARAMETER = 'godwit.embedded';

/** What a cancel request does, by the secret that a client was given. A statement that runs cannot be stopped, one that waits can. */
export type Cancellations = Map<number, () => void>;

const CANCELLED = new ClientError({ code: '57014', message: 'canceling statement due to user request' });
const GONE = new ClientError({ severity: 'FATAL', code: '08006', message: 'the client is gone' });

/** Serves one client from after its startup packet to its end. */
export async function serveClient(options: {
  readonly socket: ClientSocket;
  readonly cluster: Cluster;
  readonly commands: DatabaseCommands;
  readonly id: number;
  readonly minorVersion: number;
  readonly parameters: ReadonlyMap<string, string>;
  readonly cancellations: Cancellations;
}): Promise<void> {
  const { socket, cluster, commands, parameters } = options;
  const user = parameters.get('user') ?? '';
  const application = parameters.get('application_name');
  const session = new Session({
    id: options.id,
    user,
    label: application === undefined || application === '' ? socket.address : `${application} (${socket.address})`,
    client: socket,
    startupSettings: startupSettings(parameters),
  });
  const name = parameters.get('database') ?? user;
  await commands.ensureTemplate(name);
  const database = await cluster.join(name, session);
  const secret = randomInt(1, 2 ** 31 - 1);
  socket.onClose = () => database.withdraw(session, GONE);
  options.cancellations.set(secret, () => database.withdraw(session, CANCELLED));
  try {
    const open = await database.open();
    const { isSuperuser } = await database.admit(session);
    if (options.minorVersion > 0) socket.send(negotiateProtocolVersion([...parameters.keys()].filter((name) => name.startsWith('_pq_.'))));
    socket.send(greeting(open, session, { secret, isSuperuser }));
    await converse(socket, session, database, commands);
  } finally {
    socket.onClose = null;
    options.cancellations.delete(secret);
    await database.leave(session);
    await cluster.trim();
  }
}

function greeting(open: OpenDatabase, session: Session, own: { readonly secret: number; readonly isSuperuser: boolean }): Buffer {
  const ofSession: [string, string][] = [
    ['application_name', ''],
    ['is_superuser', own.isSuperuser ? 'on' : 'off'],
    ['session_authorization', session.user],
    [EMBEDDED_PARAMETER, 'on'],
  ];
  const asked = new Map([...session.startupSettings].map(([name, value]) => [name.toLowerCase(), value]));
  const statuses = [...open.parameters, ...ofSession].map(([name, value]) => parameterStatus(name, asked.get(name.toLowerCase()) ?? value));
  const key = backendKeyData(open.backendPid, own.secret);
  return Buffer.concat([authenticationOk(), ...statuses, key, readyForQuery('I')]);
}

async function converse(socket: ClientSocket, session: Session, database: SharedDatabase, commands: DatabaseCommands): Promise<void> {
  const connection = new Connection(new Conversation(session, database), commands);
  while (!socket.closed) {
    const message = socket.reader.next();
    if (message === null) await socket.more();
    else if (message.type === 'X') return socket.end();
    else await connection.handle(message);
  }
}
