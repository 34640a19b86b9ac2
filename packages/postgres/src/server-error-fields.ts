/** What a server's error says of itself: https://www.postgresql.org/docs/current/protocol-error-fields.html */
export interface ServerErrorFields {
  readonly severity: string;
  /** Five characters: `42P01`. */
  readonly sqlState: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** In the statement as sent; counted from 1, in characters (code points). */
  readonly position: number | undefined;
  /** In `internalQuery`, counted likewise. */
  readonly internalPosition: number | undefined;
  /** The statement inside a function that failed. */
  readonly internalQuery: string | undefined;
  /** The call stack, innermost first, a line each. */
  readonly where: string | undefined;
  readonly schema: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly dataType: string | undefined;
  readonly constraint: string | undefined;
  /** The C function that raised it: the same in every language of messages. */
  readonly routine: string | undefined;
}

/**
 * Reads the fields of an error that the server sent; null for anything else (a lost connection, a defect of ours).
 *
 * Looks at the shape, not the class: the error may come from another copy of pg.
 */
export function readServerError(error: unknown): ServerErrorFields | null {
  if (!(error instanceof Error)) return null;
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const count = (name: string): number | undefined => {
    const value = Number(text(name));
    return Number.isInteger(value) && value > 0 ? value : undefined;
  };
  const sqlState = text('code');
  const severity = text('severity');
  if (sqlState === undefined || severity === undefined || !/^[0-9A-Z]{5}$/.test(sqlState)) return null;
  return {
    severity,
    sqlState,
    message: error.message,
    detail: text('detail'),
    hint: text('hint'),
    position: count('position'),
    internalPosition: count('internalPosition'),
    internalQuery: text('internalQuery'),
    where: text('where'),
    schema: text('schema'),
    table: text('table'),
    column: text('column'),
    dataType: text('dataType'),
    constraint: text('constraint'),
    routine: text('routine'),
  };
}

/** The SQLSTATE of an error that the server sent, here or anywhere in its chain of causes; null when there is none. */
export function sqlStateOf(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const fields = readServerError(at);
    if (fields !== null) return fields.sqlState;
  }
  return null;
}
