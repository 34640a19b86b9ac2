import { shellOption, shellWord } from '@godwit/diagnostics';
import type { ConnectPhase } from '../connect-deadline.ts';
import { isLoopback } from '../loopback.ts';
import { addressOf, ConnectionError, type Destination, socketPath } from './connection-error.ts';

/** Nobody listens on that port. */
export class ConnectionRefused extends ConnectionError {
  constructor(to: Destination, cause: unknown) {
    super(to, {
      code: 'GW110',
      message: `No server listens on ${addressOf(to)}`,
      help: startHelp(to),
      waiting: waitFor(to),
      cause,
      transient: true,
    });
  }
}

/** The name server does not know the host. */
export class HostNotFound extends ConnectionError {
  constructor(to: Destination, cause: unknown) {
    super(to, {
      code: 'GW111',
      message: `The host ${to.host} is not known`,
      help: 'Check its spelling, and that this machine is in the network (VPN, Docker network) where the name exists.',
      cause,
      transient: true,
    });
  }
}

/** No route leads there. */
export class HostUnreachable extends ConnectionError {
  constructor(to: Destination, cause: unknown) {
    super(to, {
      code: 'GW112',
      message: `${addressOf(to)} cannot be reached from this machine`,
      help: 'Check the network: VPN, firewall, an IPv6 address on a machine that has IPv4 alone.',
      cause,
      transient: true,
    });
  }
}

/** What was under way when the time was up. */
type SilentPhase = Exclude<ConnectPhase, 'answer'>;

const PHASES: Record<SilentPhase, readonly [what: string, help: string]> = {
  reach: ['answer', 'A firewall that drops packets looks like this. Check the host, the port and who is let in.'],
  tls: ['finish the TLS handshake', "Something accepts connections there and says nothing: check that the port is PostgreSQL's own."],
  login: [
    'finish the login',
    "Something accepts connections there and says nothing: check that the port is PostgreSQL's own, or that the server is not overloaded.",
  ],
};

/** Something took longer than `connectTimeoutMs`. */
export class ConnectTimeout extends ConnectionError {
  readonly phase: SilentPhase;
  readonly timeoutMs: number;

  constructor(to: Destination, phase: SilentPhase, timeoutMs: number, cause?: unknown) {
    const [what, help] = PHASES[phase];
    super(to, {
      code: 'GW113',
      message: `${addressOf(to)} did not ${what}${timeoutMs > 0 ? ` within ${timeoutMs / 1000} s` : ' in time'}`,
      help: `${help}\nTo wait longer: PGCONNECT_TIMEOUT=30, or connect_timeout=30 in the URL.`,
      cause,
      transient: true,
    });
    this.phase = phase;
    this.timeoutMs = timeoutMs;
  }
}

/** The Unix socket is not there, or not for us. */
export class SocketUnavailable extends ConnectionError {
  readonly path: string;
  readonly reason: 'missing' | 'forbidden';

  constructor(to: Destination, reason: 'missing' | 'forbidden', cause: unknown) {
    super(to, {
      code: 'GW114',
      message: reason === 'missing' ? `There is no socket ${socketPath(to)}` : `The socket ${socketPath(to)} is not open to this user`,
      help:
        reason === 'missing'
          ? `${startHelp(to)}\nAnother server keeps its socket elsewhere: ask it with \`show unix_socket_directories\`, or use a host name.`
          : 'Ask for the permission (unix_socket_permissions, unix_socket_group), or connect to localhost instead.',
      waiting: reason === 'missing' ? waitFor(to) : undefined,
      cause,
      transient: reason === 'missing',
    });
    this.path = socketPath(to);
    this.reason = reason;
  }
}

/** Something else listens there: a web server, a MySQL. */
export class NotPostgres extends ConnectionError {
  constructor(to: Destination) {
    super(to, {
      code: 'GW115',
      message: `What listens on ${addressOf(to)} does not speak PostgreSQL's protocol`,
      help: 'Check the port.',
      transient: false,
    });
  }
}

/** The other side hung up before the login was over: a proxy whose server is away, a server that is going down. */
export class ConnectionClosed extends ConnectionError {
  constructor(to: Destination, cause?: unknown) {
    super(to, {
      code: 'GW116',
      message: `${addressOf(to)} closed the connection before the login was over`,
      help: "The server's log has the reason. Behind a proxy or in Docker, the server itself may not be up yet.",
      waiting: waitFor(to),
      cause,
      transient: true,
    });
  }
}

/** A failure of the network that none of the others names. */
export class ConnectionFailed extends ConnectionError {
  constructor(to: Destination, reason: string, cause: unknown) {
    super(to, {
      code: 'GW119',
      message: `Cannot connect to ${addressOf(to)}: ${reason}`,
      help: `Try it without Godwit: psql ${shellOption('-h', to.host)} ${shellOption('-p', String(to.port))} ${shellOption('-U', to.user)} ${shellWord(to.database)}`,
      cause,
      transient: false,
    });
  }
}

function startHelp(to: Destination): string {
  if (to.origin === 'embedded') return 'The embedded server has stopped. Start it: godwit db start';
  if (!isLoopback(to)) {
    return `Check the host and the port, and that the server is up and listens to the network (listen_addresses):\n  pg_isready ${shellOption('-h', to.host)} ${shellOption('-p', String(to.port))}`;
  }
  return [
    'Is the server running? Start it:',
    '  Debian, Ubuntu   sudo systemctl start postgresql',
    '  macOS            brew services start postgresql',
    '  Docker           docker compose up -d',
  ].join('\n');
}

/** The embedded server is started, not waited for. */
function waitFor({ origin }: Destination): string | undefined {
  return origin === 'embedded' ? undefined : 'To wait until it answers: godwit wait';
}
