import type { Query } from '@godwit/authoring';
import { type Client, readSql } from '@godwit/postgres';

/**
 * What stands for the temporary tables of this session in another one: parts of a WITH, of the same names and types. pgtyped connects by
 * itself and does not see what a backfill stages; this way nothing is made for it in a database that may be somebody's own.
 */
export async function readStaged(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ part: string }>(readSql(import.meta.url, './sql/staged-tables.sql'));
  return rows.map(({ part }) => part);
}

/** The file of a statement as another session can prepare it, with the same types; of columns of these tables nobody knows that they are not null. */
export function withStaged({ text, offset }: Query, staged: readonly string[]): string {
  if (staged.length === 0) return text;
  const [before, statement] = [text.slice(0, offset), text.slice(offset).replaceAll('pg_temp.', '')];
  const [opening] = /^with\s+(?:recursive\s+)?/i.exec(statement) ?? [];
  const parts = staged.join(', ');
  return opening === undefined ? `${before}with ${parts}\n${statement}` : `${before}${opening}${parts}, ${statement.slice(opening.length)}`;
}
