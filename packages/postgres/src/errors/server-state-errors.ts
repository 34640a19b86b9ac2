import type { ServerErrorFields } from '../server-error-fields.ts';
import { addressOf, ConnectionError, type Destination } from './connection-error.ts';
import { serverLines } from './login-errors.ts';

/** All connection slots are taken: of the server, of the role or of the database. */
export class TooManyConnections extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW135',
      message: `${addressOf(to)} has no free connection`,
      details: serverLines(server),
      help: 'Try again when some have ended. Who holds them:\n  select usename, application_name, state, count(*) from pg_stat_activity group by 1, 2, 3 order by 4 desc;\nThe limits are max_connections, and CONNECTION LIMIT of the role and the database.',
      cause,
      transient: true,
    });
  }
}

/** Starting, recovering after a crash, or a standby that has not caught up far enough to be read. */
export class ServerStarting extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW136',
      message: `${addressOf(to)} does not take connections yet`,
      details: serverLines(server),
      waiting: 'Wait for it: godwit wait',
      cause,
      transient: true,
    });
  }
}

/** Going down, or going down to come up again. */
export class ServerShuttingDown extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW137',
      message: `${addressOf(to)} is shutting down`,
      details: serverLines(server),
      waiting: 'If it is being restarted, wait for it: godwit wait',
      cause,
      transient: true,
    });
  }
}

/** The database exists and is closed to everybody: `allow_connections false`, as `template0` has it. */
export class DatabaseClosed extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW138',
      message: `The database ${to.database} does not take connections`,
      details: serverLines(server),
      help: 'Its administrator closed it (alter database … allow_connections). If its creation or its removal broke off, drop it and create it again.',
      cause,
      transient: false,
    });
  }
}

/** Any other refusal by the server, in its own words. */
export class ConnectionRejected extends ConnectionError {
  readonly sqlState: string;

  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW118',
      message: `${addressOf(to)} refuses the connection: ${server.message}`,
      details: serverLines(server).slice(1),
      help: `The server's log may say more. SQLSTATE ${server.sqlState}: https://www.postgresql.org/docs/current/errcodes-appendix.html`,
      cause,
      transient: false,
    });
    this.sqlState = server.sqlState;
  }
}

/** `waitForServer` ran out of time. */
export class ServerNotReady extends ConnectionError {
  readonly attempts: number;
  readonly waitedMs: number;

  constructor(to: Destination, attempts: number, waitedMs: number, last: ConnectionError) {
    super(to, {
      code: 'GW117',
      message: `${addressOf(to)} was not ready within ${(waitedMs / 1000).toFixed(1)} s (${attempts} ${attempts === 1 ? 'attempt' : 'attempts'})`,
      details: [`Last: ${last.message}`, ...last.details.filter((line) => !line.startsWith('The settings come from'))],
      help: [...(last.helpNow === undefined ? [] : [last.helpNow]), `To wait longer: godwit wait --timeout ${longer(waitedMs)}`].join('\n'),
      cause: last,
      transient: true,
    });
    this.attempts = attempts;
    this.waitedMs = waitedMs;
  }
}

/** Twice as long as it was, in minutes. */
function longer(waitedMs: number): string {
  return `${Math.max(1, Math.ceil(waitedMs / 30_000))}min`;
}

/** The server is older than what Godwit is made and tested for. */
export class UnsupportedServer extends ConnectionError {
  /** As from `serverVersion`. */
  readonly version: number;

  constructor(to: Destination, version: number, oldest: number) {
    super(to, {
      code: 'GW139',
      message: `${addressOf(to)} is PostgreSQL ${Math.floor(version / 10_000)}; Godwit needs ${oldest} or newer`,
      help: `Upgrade the server (pg_upgrade, or your provider's console). PostgreSQL ${oldest} to 18 are tested.`,
      transient: false,
    });
    this.version = version;
  }
}
