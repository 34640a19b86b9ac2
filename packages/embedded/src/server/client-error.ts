import type { EngineFailure } from '../engine/engine.ts';
import type { ErrorFields } from '../wire/backend-messages.ts';

/** Something that is said to a client as an ErrorResponse. With `severity: 'FATAL'` the connection ends after it. */
export class ClientError extends Error {
  readonly fields: ErrorFields;

  constructor(fields: ErrorFields) {
    super(fields.message);
    this.name = 'ClientError';
    this.fields = fields;
  }
}

export function unknownDatabase(name: string, severity: 'ERROR' | 'FATAL'): ClientError {
  return new ClientError({ severity, code: '3D000', message: `database "${name}" does not exist` });
}

/** The one who waits is told who is in the way. */
export function heldBy(database: string, owner: string): ClientError {
  return new ClientError({
    code: '55P03',
    message: `database "${database}" is held by another connection that is idle in a transaction: ${owner}`,
    detail: 'The embedded server has one backend for a database: transactions that write run one after the other.',
    hint: 'Commit or roll back there, or use a real server (DATABASE_URL).',
  });
}

export function backendStopped(database: string, failure: EngineFailure): ClientError {
  return new ClientError({
    severity: 'FATAL',
    code: '57P02',
    message: `the embedded PostgreSQL of database "${database}" stopped: ${failure.message}`,
    ...(failure.log.length > 0 ? { detail: failure.log.join('\n') } : {}),
    hint:
      failure.code === 'ENOENT'
        ? 'The server ends, and the next command starts a new one.'
        : 'Connect again: committed rows are kept, the transaction that ran is rolled back.',
  });
}

export function diskFull(what: string, cause: Error): ClientError {
  return new ClientError({ code: '53100', message: `${what}: ${cause.message}`, hint: 'Make room on the disk; nothing was changed.' });
}

export function cannotOpen(database: string, failure: EngineFailure): ClientError {
  return new ClientError({
    severity: 'FATAL',
    code: failure.code === 'ENOSPC' ? '53100' : '58000',
    message: `database "${database}" cannot be opened: ${failure.message}`,
    ...(failure.log.length > 0 ? { detail: failure.log.join('\n') } : {}),
  });
}
