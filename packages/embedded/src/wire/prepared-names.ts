import { cstring, encodeMessage } from './encode.ts';
import type { WireMessage } from './message-reader.ts';

/**
 * Makes the name of a prepared statement in Parse, Bind, Describe and Close the connection's own: all connections to a database
 * share one backend. Unnamed statements and portals need none: they live no longer than the connection owns the backend.
 */
export function ownStatementName(message: WireMessage, prefix: string): Buffer {
  const { type, body } = message;
  if (type === 'P') return withName(message, prefix, 0);
  if (type === 'B') return withName(message, prefix, body.indexOf(0) + 1);
  if ((type === 'D' || type === 'C') && body[0] === STATEMENT) return withName(message, prefix, 1);
  return message.raw;
}

/** `S` in Describe and Close: a statement, not a portal. */
const STATEMENT = 0x53;

function withName({ type, body, raw }: WireMessage, prefix: string, at: number): Buffer {
  const end = body.indexOf(0, at);
  if (end <= at) return raw;
  const name = body.toString('utf8', at, end);
  return encodeMessage(type, body.subarray(0, at), cstring(prefix + name), body.subarray(end + 1));
}
