import { type Client, quoteIdentifier } from '@godwit/postgres';
import type { StagedTable } from './staging.ts';

/** Sets the sequences of a table past its highest ids, so that the next insert without an id succeeds. Never moves one back. */
export async function advanceSequences(client: Client, table: StagedTable): Promise<void> {
  for (const { column, sequence } of table.sequences) {
    await client.query(
      `select setval($1::regclass, t.highest)
      from (select max(${quoteIdentifier(column)}) as highest from ${table.target}) t, ${sequence} s
      where t.highest > s.last_value or (t.highest = s.last_value and not s.is_called)`,
      [sequence],
    );
  }
}
