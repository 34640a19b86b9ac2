import { type DatabaseStatement, parseDatabaseStatement } from '../sql/database-statement.ts';
import { lockedTables } from '../sql/locked-tables.ts';
import { resetSettings } from '../sql/reset-names.ts';
import { copiesFromClient, parseSessionStatement } from '../sql/session-statement.ts';
import { changedSettings } from '../sql/setting-names.ts';
import { type SqlStatement, splitStatements } from '../sql/split-statements.ts';
import { nameOf, type Token } from '../sql/token.ts';
import { statementName } from '../wire/prepared-names.ts';

/** What is not PostgreSQL's to run: whole databases, and what would hit all connections of the one backend. */
export type ServerCommand = DatabaseStatement | { readonly kind: 'deallocate all' } | { readonly kind: 'discard all' };

/** A part of a script that is run as one. `command` is set when it is the server's to run, `sql` when the backend is to run it instead. */
export interface Piece {
  readonly sql: string;
  readonly command: ServerCommand | null;
}

export interface StatementPlan {
  readonly pieces: readonly Piece[];
  /** How many of the statements read data from the client. */
  readonly copies: number;
  /** Whether it may have to wait for an advisory lock of another connection. */
  readonly waits: boolean;
  /** Tables of LOCK statements, as they are written. */
  readonly tableLocks: readonly string[];
  /** Whether it does something that a transaction which is begun again would not bring back. */
  readonly opaque: boolean;
  /** Whether it makes or uses prepared statements by name. */
  readonly prepares: boolean;
  /** Settings that may be left changed. */
  readonly changes: readonly string[];
  /** Settings that are put back, `*` for all. */
  readonly resets: readonly string[];
  /** Channels in the order of their LISTEN and UNLISTEN; null for all. */
  readonly channels: readonly { readonly listen: boolean; readonly channel: string | null }[];
}

/** What a connection puts in place of what all would share. */
export interface Own {
  /** Stands behind the names of prepared statements. */
  readonly suffix: string;
  /** Whom it connected as. */
  readonly user: string;
}

/** A script without any of these words needs no second look. */
const REMARKABLE = /\b(?:database|listen|unlisten|prepare|execute|deallocate|discard|copy|lock|set|set_config|reset)\b/i;

const WAITING_LOCK = /\bpg_advisory_(?:xact_)?lock/i;

/** What a transaction that has written nothing yet may have done all the same. */
const OPAQUE =
  /\b(?:set|set_config|savepoint|listen|unlisten|notify|pg_notify|declare|pg_\w*advisory_xact\w*|pg_export_snapshot|lo_\w+)\b/i;

/** The backend goes on listening for the other connections. */
const NOBODYS_CHANNEL = 'godwit_nobody';

/**
 * Looks through a script (one character a byte): what the server answers itself, which names have to become the connection's own.
 * What stands before a piece is blanked out rather than cut, so that the positions of errors stay.
 */
export function planStatements(sql: string, own: Own): StatementPlan {
  const waits = WAITING_LOCK.test(sql);
  const opaque = OPAQUE.test(sql);
  if (!REMARKABLE.test(sql))
    return {
      pieces: [{ sql, command: null }],
      copies: 0,
      waits,
      tableLocks: [],
      opaque,
      prepares: false,
      changes: [],
      resets: [],
      channels: [],
    };
  const statements = splitStatements(sql);
  const tokens = statements.map((statement) => statement.tokens);
  return {
    pieces: cutIntoPieces(sql, statements, own),
    copies: tokens.filter(copiesFromClient).length,
    waits,
    tableLocks: tokens.flatMap(lockedTables),
    opaque,
    prepares: tokens.some((statement) => parseSessionStatement(statement)?.kind === 'prepared'),
    changes: tokens.flatMap(changedSettings).map((name) => name.toLowerCase()),
    resets: tokens.flatMap(resetSettings),
    channels: tokens.flatMap(channelChange),
  };
}

function cutIntoPieces(sql: string, statements: readonly SqlStatement[], own: Own): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let count = 0;
  let from = 0;
  const finish = (): void => {
    if (count > 0) pieces.push({ sql: text, command: null });
    count = 0;
  };
  for (const { tokens, start, end } of statements) {
    text += sql.slice(from, start);
    const command = serverCommand(tokens);
    if (command === null) {
      text += adapt(sql.slice(start, end), tokens, start, own);
      count++;
    } else {
      finish();
      pieces.push({ sql: blank(sql.slice(0, start)) + sql.slice(start, end), command });
      text = blank(sql.slice(0, end));
    }
    from = end;
  }
  text += sql.slice(from);
  finish();
  return pieces.length > 0 ? pieces : [{ sql, command: null }];
}

function serverCommand(tokens: readonly Token[]): ServerCommand | null {
  const statement = parseSessionStatement(tokens);
  if (statement?.kind === 'deallocate all' || statement?.kind === 'discard all') return statement;
  return parseDatabaseStatement(tokens);
}

/** A statement with what is the connection's own put into it, and without its UNLISTEN. */
function adapt(sql: string, tokens: readonly Token[], start: number, own: Own): string {
  const statement = parseSessionStatement(tokens);
  if (statement?.kind === 'prepared')
    return replace(sql, statement.name, start, quote(statementName(nameOf(statement.name) ?? '', own.suffix)));
  if (statement?.kind === 'reset authorization') return `set session authorization ${quote(own.user)}`;
  if (statement?.kind === 'unlisten') return replace(sql, statement.target, start, NOBODYS_CHANNEL);
  return sql;
}

function replace(sql: string, token: Token, start: number, by: string): string {
  return sql.slice(0, token.start - start) + by + sql.slice(token.end - start);
}

/** A quoted name, one character a byte. */
function quote(name: string): string {
  return Buffer.from(`"${name.replaceAll('"', '""')}"`, 'utf8').toString('latin1');
}

function channelChange(tokens: readonly Token[]): { listen: boolean; channel: string | null }[] {
  const statement = parseSessionStatement(tokens);
  if (statement?.kind !== 'listen' && statement?.kind !== 'unlisten') return [];
  return [{ listen: statement.kind === 'listen', channel: statement.channel }];
}

/** The same number of lines and characters, and nothing in them. */
function blank(sql: string): string {
  return sql.replace(/[^\n]/g, ' ');
}
