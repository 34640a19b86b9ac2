import { type CodeFrame, frameAt } from '@godwit/diagnostics';
import { readServerError } from './server-error-fields.ts';

/** The statement that was sent and where it stands. */
export interface StatementPlace {
  /** As it was sent: positions count in it. */
  readonly sql: string;
  /** As the user knows it. */
  readonly file: string;
  /** The line of the file on which `sql` begins, counted from 1. */
  readonly bodyLine: number;
  /** The whole file, when at hand: frames then show what stands around the statement. */
  readonly fileText?: string | undefined;
}

/** An error of the server in the terms of the file that caused it. Missing parts are undefined. */
export interface ServerErrorDescription {
  readonly sqlState: string;
  /** The server's message, in its language. */
  readonly message: string;
  /** The place in the file: of the error, or else where the statement begins. */
  readonly frame: CodeFrame;
  /** The statement that was sent, without the blank around it; long ones are cut after `STATEMENT_LINES`. */
  readonly statement: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** The call stack, innermost first. */
  readonly where: readonly string[];
  /** The statement inside a function that failed, and the place in it. */
  readonly internal: CodeFrame | undefined;
  /** The object that the server names: `table shelf.books, constraint books_pkey`. */
  readonly object: string | undefined;
  /** All of it but message, statement and frame, for `GodwitError.details`. */
  readonly details: readonly string[];
}

/** What a person reads of a statement before they look into the file. */
const STATEMENT_LINES = 12;

/**
 * Describes an error of the server by the file that the statement came from; null for any other error.
 *
 * The server counts positions from 1 in characters, where `𝄞` is one; JavaScript counts it as two.
 */
export function describeServerError(error: unknown, place: StatementPlace): ServerErrorDescription | null {
  const server = readServerError(error);
  if (server === null) return null;
  const { detail, hint, internalQuery } = server;
  const where = server.where?.split('\n') ?? [];
  const offset =
    server.position === undefined ? (lineInDoBlock(place.sql, where) ?? firstWord(place.sql)) : offsetOf(place.sql, server.position);
  const internal =
    internalQuery === undefined
      ? undefined
      : frameAt('statement inside a function', internalQuery, offsetOf(internalQuery, server.internalPosition ?? 1));
  const object = nameObject(server);
  return {
    sqlState: server.sqlState,
    message: server.message,
    frame: frameInFile(place, offset),
    statement: shorten(place.sql.trim()),
    detail,
    hint,
    where,
    internal,
    object,
    details: [
      `SQLSTATE ${server.sqlState}${object === undefined ? '' : `, ${object}`}`,
      ...(detail === undefined ? [] : [`DETAIL: ${detail}`]),
      ...(hint === undefined ? [] : [`HINT: ${hint}`]),
      ...where.map((line, index) => `${index === 0 ? 'CONTEXT: ' : '         '}${line}`),
    ],
  };
}

/** The offset in UTF-16 code units of a position in characters; the end of the text for a position beyond it. */
function offsetOf(text: string, position: number): number {
  let offset = 0;
  for (let left = position - 1; left > 0 && offset < text.length; left--) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** Where the statement begins after blanks and comments: the server gives no position for what fails while it runs. */
function firstWord(sql: string): number {
  return /^(?:\s|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*/.exec(sql)?.[0].length ?? 0;
}

/**
 * Where the line of a DO block that the outermost context names begins: an error that is raised there has no position. PL/pgSQL counts
 * from the line of the opening quote.
 */
function lineInDoBlock(sql: string, where: readonly string[]): number | undefined {
  const line = /\binline_code_block\b\D*(\d+)/.exec(where.at(-1) ?? '')?.[1];
  const opening = /\bdo\b[^$']*(\$(?:[a-z_]\w*)?\$)/i.exec(sql);
  if (line === undefined || opening === null) return undefined;
  const start = opening.index + opening[0].length;
  const lines = sql.slice(start).split('\n').slice(0, Number(line));
  const indent = lines.at(-1)?.search(/\S/) ?? 0;
  return start + lines.slice(0, -1).join('\n').length + (lines.length > 1 ? 1 : 0) + Math.max(0, indent);
}

function frameInFile({ sql, file, bodyLine, fileText }: StatementPlace, offset: number): CodeFrame {
  const inStatement = frameAt(file, sql, offset);
  const line = inStatement.line + bodyLine - 1;
  return { file, text: fileText ?? '\n'.repeat(bodyLine - 1) + sql, line, column: inStatement.column };
}

function nameObject(server: {
  readonly schema: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly dataType: string | undefined;
  readonly constraint: string | undefined;
}): string | undefined {
  const qualify = (name: string): string => (server.schema === undefined ? name : `${server.schema}.${name}`);
  const parts = [
    ...(server.table === undefined ? [] : [`table ${qualify(server.table)}`]),
    ...(server.dataType === undefined ? [] : [`type ${server.table === undefined ? qualify(server.dataType) : server.dataType}`]),
    ...(server.column === undefined ? [] : [`column ${server.column}`]),
    ...(server.constraint === undefined ? [] : [`constraint ${server.constraint}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

function shorten(text: string): string {
  const lines = text.split('\n');
  if (lines.length <= STATEMENT_LINES) return text;
  return [...lines.slice(0, STATEMENT_LINES), `… ${lines.length - STATEMENT_LINES} more lines`].join('\n');
}
