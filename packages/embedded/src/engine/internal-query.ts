import { serialize } from 'pg-protocol';
import { MessageReader } from '../wire/message-reader.ts';
import { parseErrorResponse, type ServerError } from '../wire/server-error.ts';
import type { Engine } from './engine.ts';

/** A statement of the server's own failed. */
export class InternalQueryError extends Error {
  readonly error: ServerError;

  constructor(error: ServerError) {
    super(error.message);
    this.name = 'InternalQueryError';
    this.error = error;
  }
}

type Row = readonly (string | null)[];

/**
 * Runs one statement of ours on an engine, outside the client's conversation. Values are text.
 *
 * @throws InternalQueryError with what PostgreSQL said
 */
export async function internalQuery(engine: Engine, text: string, values: readonly string[] = []): Promise<Row[]> {
  const batch = [serialize.parse({ text }), serialize.bind({ values: [...values] }), serialize.execute({}), serialize.sync()];
  return await collect(engine, Buffer.concat(batch));
}

/** Runs several statements without values as one simple query: one transaction, unless they say otherwise. */
export async function internalScript(engine: Engine, script: string): Promise<Row[]> {
  return await collect(engine, serialize.query(script));
}

async function collect(engine: Engine, messages: Buffer): Promise<Row[]> {
  const reader = new MessageReader();
  await engine.run(messages, (chunk) => reader.push(chunk));
  const rows: Row[] = [];
  let error: ServerError | null = null;
  for (let message = reader.next(); message !== null; message = reader.next()) {
    if (message.type === 'D') rows.push(parseRow(message.body));
    else if (message.type === 'E') error ??= parseErrorResponse(message.body);
  }
  if (error !== null) throw new InternalQueryError(error);
  return rows;
}

function parseRow(body: Buffer): Row {
  const row: (string | null)[] = [];
  for (let at = 2; at < body.length; ) {
    const size = body.readInt32BE(at);
    at += 4;
    row.push(size < 0 ? null : body.toString('utf8', at, at + size));
    at += Math.max(0, size);
  }
  return row;
}
