/** Messages as a server sends them: https://www.postgresql.org/docs/current/protocol-message-formats.html */

export interface ErrorFields {
  readonly sqlState: string;
  readonly message: string;
  readonly severity?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly routine?: string;
}

export function errorResponse({ sqlState, message, severity = 'FATAL', detail, hint, routine }: ErrorFields): Buffer {
  const fields = Object.entries({ S: severity, V: severity, C: sqlState, M: message, D: detail, H: hint, R: routine });
  const body = fields.flatMap(([type, value]) => (value === undefined ? [] : [`${type}${value}\0`])).join('');
  return framed('E', Buffer.from(`${body}\0`));
}

/** 0 is success, 3 asks for the password in clear, 7 for GSSAPI. */
export function authentication(kind: number): Buffer {
  return framed('R', int32(kind));
}

export function parameterStatus(name: string, value: string): Buffer {
  return framed('S', Buffer.from(`${name}\0${value}\0`));
}

export function backendKeyData(pid: number): Buffer {
  return framed('K', Buffer.concat([int32(pid), int32(1)]));
}

export function readyForQuery(status: 'I' | 'T' | 'E' = 'I'): Buffer {
  return framed('Z', Buffer.from(status));
}

/** Splits a stream of bytes into messages that begin with a type; what is not complete yet stays in `rest`. */
export function splitMessages(bytes: Buffer): { readonly messages: Buffer[]; readonly rest: Buffer } {
  const messages: Buffer[] = [];
  let at = 0;
  while (bytes.length - at >= 5 && bytes.length - at >= bytes.readInt32BE(at + 1) + 1) {
    const end = at + bytes.readInt32BE(at + 1) + 1;
    messages.push(bytes.subarray(at, end));
    at = end;
  }
  return { messages, rest: bytes.subarray(at) };
}

function framed(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
