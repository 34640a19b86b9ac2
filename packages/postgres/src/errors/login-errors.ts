import { shellOption, shellWord } from '@godwit/diagnostics';
import { quoteIdentifier } from '../quote.ts';
import type { ServerErrorFields } from '../server-error-fields.ts';
import { addressOf, ConnectionError, type Destination } from './connection-error.ts';

/** The password is not the role's; a server that hides which roles exist says the same of an unknown role. */
export class WrongPassword extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW120',
      message: `${addressOf(to)} does not accept the password of ${to.user}`,
      details: serverLines(server),
      help: 'Check the user and the password in the URL or PGPASSWORD. In a URL, characters such as @ : / # % in a password are written %40 %3A %2F %23 %25.',
      cause,
      transient: false,
    });
  }
}

/** The server asks for a password and there is none. */
export class PasswordRequired extends ConnectionError {
  constructor(to: Destination, passedOver: string | undefined) {
    super(to, {
      code: 'GW121',
      message: `${addressOf(to)} asks for the password of ${to.user}, and none is set`,
      details: passedOver === undefined ? [] : [passedOver],
      help: 'Set PGPASSWORD, put it into the URL (postgres://user:password@host/database), or add a line to ~/.pgpass.',
      transient: false,
    });
  }
}

/** There is no such role. */
export class UnknownRole extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW122',
      message: `The role ${to.user} does not exist on ${addressOf(to)}`,
      details: serverLines(server),
      help: `Check the user in the URL or PGUSER. To create it:\n  createuser ${reach(to)} --pwprompt ${shellWord(to.user)}\nor in SQL:\n  create role ${quoteIdentifier(to.user)} login;`,
      cause,
      transient: false,
    });
  }
}

/** There is no such database. */
export class UnknownDatabase extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW123',
      message: `The database ${to.database} does not exist on ${addressOf(to)}`,
      details: serverLines(server),
      help: `Create it:\n  createdb ${reach(to)} ${shellOption('-U', to.user)} ${shellWord(to.database)}\nor in SQL:\n  create database ${quoteIdentifier(to.database)};`,
      cause,
      transient: false,
    });
  }
}

/** `pg_hba.conf` has no entry that lets this role in from here, or one that rejects it. */
export class AccessRefused extends ConnectionError {
  readonly encrypted: boolean;

  constructor(to: Destination, server: ServerErrorFields, encrypted: boolean, cause: unknown) {
    super(to, {
      code: 'GW124',
      message: `${addressOf(to)} does not let ${to.user} into ${to.database} from this machine`,
      details: serverLines(server),
      help: `Its pg_hba.conf decides. Ask its administrator for an entry such as\n  ${encrypted ? 'hostssl' : 'host'}  ${to.database}  ${to.user}  <address of this machine>/32  scram-sha-256`,
      cause,
      transient: false,
    });
    this.encrypted = encrypted;
  }
}

/** The server takes encrypted connections alone, and the settings forbid encryption. */
export class SslRequired extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW125',
      message: `${addressOf(to)} refuses unencrypted connections of ${to.user} to ${to.database}`,
      details: serverLines(server),
      help: 'Set sslmode=require in the URL (or PGSSLMODE=require), better sslmode=verify-full. If it refuses that too, its pg_hba.conf has no entry for you.',
      cause,
      transient: false,
    });
  }
}

/** The role exists and is a group: `nologin`. */
export class LoginForbidden extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW126',
      message: `The role ${to.user} may not log in`,
      details: serverLines(server),
      help: `Use a role that may, or allow it: alter role ${quoteIdentifier(to.user)} login;`,
      cause,
      transient: false,
    });
  }
}

/** The role has no CONNECT privilege on the database. */
export class ConnectForbidden extends ConnectionError {
  constructor(to: Destination, server: ServerErrorFields, cause: unknown) {
    super(to, {
      code: 'GW127',
      message: `The role ${to.user} may not connect to the database ${to.database}`,
      details: serverLines(server),
      help: `Ask its owner for: grant connect on database ${quoteIdentifier(to.database)} to ${quoteIdentifier(to.user)};`,
      cause,
      transient: false,
    });
  }
}

/** A way to log in that pg does not know: GSSAPI, SSPI, OAuth; or a SCRAM exchange that fails its checks. */
export class AuthenticationFailed extends ConnectionError {
  constructor(to: Destination, reason: string, cause: unknown) {
    super(to, {
      code: 'GW128',
      message: `Logging in to ${addressOf(to)} as ${to.user} failed: ${reason}`,
      help: 'Passwords (SCRAM, MD5), client certificates, peer and trust are supported; GSSAPI, SSPI and OAuth are not. Channel binding needs TLS and a SCRAM password.',
      cause,
      transient: false,
    });
  }
}

/** `-h db.internal -p 5433` */
function reach(to: Destination): string {
  return `${shellOption('-h', to.host)} ${shellOption('-p', String(to.port))}`;
}

/** What the server itself said, for `details`. */
export function serverLines(server: ServerErrorFields): string[] {
  const said = [`The server says: ${server.message} (SQLSTATE ${server.sqlState})`];
  if (server.detail !== undefined) said.push(`DETAIL: ${server.detail}`);
  if (server.hint !== undefined) said.push(`HINT: ${server.hint}`);
  return said;
}
