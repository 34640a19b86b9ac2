import { cstring, encodeMessage, int16, int32 } from './encode.ts';

/** `I` idle, `T` in a transaction, `E` in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E';

export interface ErrorFields {
  /** FATAL ends the connection. */
  readonly severity?: 'ERROR' | 'FATAL';
  /** SQLSTATE. */
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}

export function errorResponse({ severity = 'ERROR', code, message, detail, hint }: ErrorFields): Buffer {
  const fields = [`S${severity}`, `V${severity}`, `C${code}`, `M${message}`];
  if (detail !== undefined) fields.push(`D${detail}`);
  if (hint !== undefined) fields.push(`H${hint}`);
  return encodeMessage('E', ...fields.map(cstring), Buffer.from([0]));
}

export function readyForQuery(status: TransactionStatus): Buffer {
  return encodeMessage('Z', Buffer.from(status, 'latin1'));
}

export function commandComplete(tag: string): Buffer {
  return encodeMessage('C', cstring(tag));
}

export function authenticationOk(): Buffer {
  return encodeMessage('R', int32(0));
}

export function parameterStatus(name: string, value: string): Buffer {
  return encodeMessage('S', cstring(name), cstring(value));
}

export function backendKeyData(processId: number, secret: number): Buffer {
  return encodeMessage('K', int32(processId), int32(secret));
}

/** Tells a client of protocol 3.x (x > 0) that 3.0 is spoken here, and which `_pq_.` options are unknown. */
export function negotiateProtocolVersion(unknownOptions: readonly string[]): Buffer {
  return encodeMessage('v', int32(0x30000), int32(unknownOptions.length), ...unknownOptions.map(cstring));
}

/** A result of one text column and one row. */
export function singleValue(column: string, value: string): Buffer {
  const text = Buffer.from(value, 'utf8');
  const field = Buffer.concat([cstring(column), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
  return Buffer.concat([encodeMessage('T', int16(1), field), encodeMessage('D', int16(1), int32(text.length), text)]);
}
