import { serialize } from 'pg-protocol';
import { parseErrorResponse, type ServerError } from '../wire/server-error.ts';
import type { Engine } from './engine.ts';
import { exchange } from './exchange.ts';

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
  const rows: Row[] = [];
  const errors: ServerError[] = [];
  await exchange(engine, messages, (received) => {
    for (const { type, body } of received) {
      if (type === 'D') rows.push(parseRow(body));
      else if (type === 'E') errors.push(parseErrorResponse(body));
    }
  });
  const [error] = errors;
  if (error !== undefined) throw new InternalQueryError(error);
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
