import { GodwitError, type GodwitErrorOptions } from '@godwit/diagnostics';
import type { DatabaseSettings } from '../settings.ts';

/** Where a connection was meant to go; never the password. */
export type Destination = Pick<DatabaseSettings, 'host' | 'port' | 'user' | 'database' | 'origin'>;

interface ConnectionErrorOptions extends GodwitErrorOptions {
  /** See `ConnectionError.transient`. */
  readonly transient: boolean;
  /** The last line of the help where waiting may be all that it takes. */
  readonly waiting?: string | undefined;
}

/** The base of everything that stops a connection. */
export abstract class ConnectionError extends GodwitError {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** True when trying again later may succeed with nothing changed: the server is not up yet. See `waitForServer`. */
  readonly transient: boolean;
  /** The help without its advice to wait, for somebody who has waited. */
  readonly helpNow: string | undefined;

  constructor(to: Destination, { transient, waiting, ...options }: ConnectionErrorOptions) {
    const help = [options.help, waiting].filter((line) => line !== undefined);
    super({ ...options, ...(help.length > 0 ? { help: help.join('\n') } : {}), details: [...(options.details ?? []), ...originOf(to)] });
    this.host = to.host;
    this.port = to.port;
    this.user = to.user;
    this.database = to.database;
    this.transient = transient;
    this.helpNow = options.help;
  }
}

/** `localhost:5432`, `[::1]:5432`, or a socket's path: with the port, which is what one has to check. */
export function addressOf({ host, port }: Pick<DatabaseSettings, 'host' | 'port'>): string {
  if (host.startsWith('/')) return socketPath({ host, port });
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Where a server with this socket directory and port listens. */
export function socketPath({ host, port }: Pick<DatabaseSettings, 'host' | 'port'>): string {
  return `${host.replace(/\/$/, '')}/.s.PGSQL.${port}`;
}

/** Whoever looks at the wrong server wants to know who said so. */
function originOf({ origin }: Destination): string[] {
  if (origin === 'flag') return ['The settings come from --database'];
  return origin === 'test' || origin === 'embedded'
    ? []
    : [`The settings come from ${origin === 'PG environment' ? 'PGHOST and its like' : origin}`];
}
