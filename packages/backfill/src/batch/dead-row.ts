import { readServerError } from '@godwit/postgres';
import * as v from 'valibot';
import type { Key } from '../key/key.ts';

/** A row that cannot be done, and the reason of the server, or of the service. */
export interface DeadRow {
  readonly key: Key;
  readonly sqlState: string;
  readonly message: string;
  readonly detail: string | null;
}

/** An error of `map` that is about one row of its batch says which: a text that is too long for the model. */
const aboutRow = v.object({ index: v.pipe(v.number(), v.integer(), v.minValue(0)), message: v.string(), code: v.optional(v.string()) });

/** Where an error has no code at all. */
const NO_CODE = 'XX000';

/** Which row of its batch `map` refuses; null for any other error. */
export function refusedRow(error: unknown): number | null {
  const refused = v.safeParse(aboutRow, error);
  return refused.success ? refused.output.index : null;
}

export function deadRow(key: Key, error: unknown): DeadRow {
  const server = readServerError(error);
  if (server !== null) return { key, sqlState: server.sqlState, message: server.message, detail: server.detail ?? null };
  const refused = v.safeParse(aboutRow, error);
  const { message, code = NO_CODE } = refused.success ? refused.output : { message: String(error) };
  return { key, sqlState: code, message, detail: null };
}
