import { readServerError } from './server-error-fields.ts';

export interface ExtensionProblem {
  /** As the statement has it. */
  readonly extension: string;
  readonly reason: 'missing' | 'not permitted';
}

const CREATE_EXTENSION = /\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?(?:"((?:[^"]|"")+)"|([a-z_][\w$]*))/i;

/** 0A000 since PostgreSQL 15 (`extension "x" is not available`), 58P01 for the missing control file before. */
const MISSING = new Set(['0A000', '58P01']);

const NOT_PERMITTED = '42501';

/**
 * What stands in the way of the CREATE EXTENSION in a statement that failed, for `extensionAdvice`; null when it failed of something else.
 *
 * @param sql the statement that failed, alone: of several the first CREATE EXTENSION is taken
 */
export function extensionProblem(error: unknown, sql: string): ExtensionProblem | null {
  const server = readServerError(error);
  const [, quoted, plain] = CREATE_EXTENSION.exec(sql) ?? [];
  const extension = quoted?.replaceAll('""', '"') ?? plain?.toLowerCase();
  if (server === null || extension === undefined) return null;
  if (server.sqlState === NOT_PERMITTED) return { extension, reason: 'not permitted' };
  return MISSING.has(server.sqlState) ? { extension, reason: 'missing' } : null;
}
