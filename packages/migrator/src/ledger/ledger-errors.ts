import { GodwitError } from '@godwit/diagnostics';
import { quoteIdentifier } from '@godwit/postgres';

/** A Godwit with a newer ledger has been here. */
export class LedgerTooNew extends GodwitError {
  readonly major: number;
  readonly minor: number;

  constructor(major: number, minor: number, known: number, cause?: unknown) {
    super({
      code: 'GW200',
      message: `The ledger in this database is of version ${major}.${minor}, this godwit knows version ${known}`,
      help: 'Upgrade godwit to the version that last migrated this database: select godwit_version from godwit.event order by id desc limit 1',
      cause,
    });
    this.major = major;
    this.minor = minor;
  }
}

/** The role may not read the ledger. */
export class LedgerNotReadable extends GodwitError {
  readonly role: string;

  constructor(role: string, cause: unknown) {
    super({
      code: 'GW201',
      message: `The role ${role} may not read the ledger`,
      help: [
        'As the owner of the ledger, or as a superuser:',
        `  grant usage on schema graphile_migrate, godwit to ${quoteIdentifier(role)};`,
        `  grant select on all tables in schema graphile_migrate, godwit to ${quoteIdentifier(role)};`,
      ].join('\n'),
      cause,
    });
    this.role = role;
  }
}

/** The role may not create the ledger's schemas. */
export class LedgerNotCreatable extends GodwitError {
  readonly role: string;
  readonly database: string;

  constructor(role: string, database: string, cause: unknown) {
    super({
      code: 'GW202',
      message: `The role ${role} may not create the ledger's schemas in the database ${database}`,
      help: [
        'As the owner of the database, or as a superuser:',
        `  grant create on database ${quoteIdentifier(database)} to ${quoteIdentifier(role)};`,
        'or let a role that may create them run `godwit upgrade` once.',
      ].join('\n'),
      cause,
    });
    this.role = role;
    this.database = database;
  }
}

/** The role may read the ledger, not write it. */
export class LedgerNotWritable extends GodwitError {
  readonly role: string;

  constructor(role: string, cause: unknown) {
    super({
      code: 'GW203',
      message: `The role ${role} may not write the ledger`,
      help: [
        'Nothing was changed. Migrate as the role that owns the ledger, or, as that role:',
        `  grant usage on schema graphile_migrate, godwit to ${quoteIdentifier(role)};`,
        `  grant select, insert, update, delete on all tables in schema graphile_migrate, godwit to ${quoteIdentifier(role)};`,
      ].join('\n'),
      cause,
    });
    this.role = role;
  }
}

/** Somebody wrote `graphile_migrate.migrations` by hand. */
export class LedgerNotAChain extends GodwitError {
  readonly ledgerNames: readonly string[];

  constructor(ledgerNames: readonly string[]) {
    super({
      code: 'GW204',
      message: 'The applied revisions in graphile_migrate.migrations do not form one chain',
      details: ledgerNames.map((name) => `Out of place: ${name}`),
      help: 'Each row but the first must name the hash of the row before it in previous_hash, and no two rows the same one:\n  select filename, hash, previous_hash from graphile_migrate.migrations order by filename',
    });
    this.ledgerNames = ledgerNames;
  }
}

/** A standby, or a server that takes no writes. */
export class ServerReadOnly extends GodwitError {
  constructor(cause?: unknown) {
    super({
      code: 'GW205',
      message: 'This server takes no writes: it is a standby',
      help: 'Name the primary in DATABASE_URL. To find it from here: select sender_host, sender_port from pg_stat_wal_receiver',
      cause,
    });
  }
}

/** The server refused to read or create the ledger for a reason that is not about it: out of disk, shutting down. */
export class LedgerFailed extends GodwitError {
  constructor(cause: unknown) {
    super({
      code: 'GW206',
      message: `The ledger is not to be had: ${cause instanceof Error ? cause.message : String(cause)}`,
      help: 'Set right what the server says above, and run the command again. Nothing was changed.',
      cause,
    });
  }
}

const WHO_LOCKS =
  "select pid, usename, application_name, state, xact_start, query from pg_stat_activity where pid in (select pid from pg_locks where granted and (relation::regclass::text ~ '^(graphile_migrate|godwit)\\.' and mode = 'AccessExclusiveLock' or locktype = 'advisory'))";

/** Somebody holds the ledger's tables so that nobody can even read them. */
export class LedgerLocked extends GodwitError {
  constructor(cause: unknown) {
    super({
      code: 'GW207',
      message: 'Another session holds the ledger, so that it cannot be read',
      help: `Nothing was changed. Wait for that session, or end it, and run the command again. Who it is: ${WHO_LOCKS}`,
      cause,
      exitCode: 3,
    });
  }
}
