import { cstring, encodeMessage } from './encode.ts';
import type { WireMessage } from './message-reader.ts';

/** PostgreSQL cuts names to this many bytes (NAMEDATALEN - 1). */
const NAME_BYTES = 63;

/** The name of a prepared statement as one connection's own: all connections to a database share one backend. */
export function statementName(name: string, suffix: string): string {
  return (
    Buffer.from(name, 'utf8')
      .subarray(0, NAME_BYTES - suffix.length)
      .toString('utf8') + suffix
  );
}

/**
 * Makes the name of a prepared statement in Parse, Bind, Describe and Close the connection's own. Unnamed statements and portals need
 * none: they live no longer than the connection owns the backend.
 */
export function ownStatementName(message: WireMessage, suffix: string): Buffer {
  const { type, body } = message;
  if (type === 'P') return withName(message, suffix, 0);
  if (type === 'B') return withName(message, suffix, body.indexOf(0) + 1);
  if ((type === 'D' || type === 'C') && body[0] === STATEMENT) return withName(message, suffix, 1);
  return message.raw;
}

/** `S` in Describe and Close: a statement, not a portal. */
const STATEMENT = 0x53;

function withName({ type, body, raw }: WireMessage, suffix: string, at: number): Buffer {
  const end = body.indexOf(0, at);
  if (end <= at) return raw;
  const name = statementName(body.toString('utf8', at, end), suffix);
  return encodeMessage(type, body.subarray(0, at), cstring(name), body.subarray(end + 1));
}
