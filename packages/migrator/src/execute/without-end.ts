import { readSql } from '@godwit/postgres';

/** A message of the server about an open literal or comment shows all that follows, and with it what was added to the body. */
export function withoutEnd(message: string): string {
  return message.replace(`\n\n;${readSql(import.meta.url, './sql/end-body.sql')}`, '');
}
