import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { ConnectDeadline } from './connect-deadline.ts';
import { socketPath } from './errors/connection-error.ts';
import type { DatabaseSettings } from './settings.ts';

/** A dead peer is noticed within minutes, and a firewall does not forget a connection that waits for a long statement. */
const KEEP_ALIVE_AFTER_MS = 30_000;

/** How long one address of a name may take while there are others left; Node's own 250 ms is too short for a far server. */
const ATTEMPT_TIMEOUT_MS = 2_000;

/**
 * Opens the TCP connection or the Unix socket.
 *
 * @throws the system's error (`ECONNREFUSED`, `ENOTFOUND`), see `explainConnectError`
 */
export async function openSocket(settings: DatabaseSettings, deadline: ConnectDeadline): Promise<Socket> {
  const { host, port } = settings;
  const socket = createConnection(
    host.startsWith('/')
      ? { path: socketPath(settings) }
      : {
          host,
          port,
          noDelay: true,
          keepAlive: true,
          keepAliveInitialDelay: KEEP_ALIVE_AFTER_MS,
          autoSelectFamily: true,
          autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
        },
  );
  deadline.guard('reach', socket);
  await once(socket, 'connect');
  // Between two phases nobody listens, and an error that nobody hears ends the process; the next phase looks at `errored`.
  socket.on('error', () => undefined);
  return socket;
}
