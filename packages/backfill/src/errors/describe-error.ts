import { readServerError } from '@godwit/postgres';

/** An error in one line, for the reason of a pause. */
export function describeError(error: unknown): string {
  const server = readServerError(error);
  if (server !== null) return `${server.message}${server.detail === undefined ? '' : ` (${server.detail})`}, SQLSTATE ${server.sqlState}`;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `${error instanceof Error ? error.message : String(error)}${code}`.split('\n')[0] ?? '';
}
