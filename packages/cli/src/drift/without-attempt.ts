import { readAttempt, readLedger } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';

/** Looks at the live database without what watch has applied, in a transaction that is taken back: the database itself stays as it is. */
export async function withoutAttempt<T>({ output, invocation }: CommandContext, client: Client, look: () => Promise<T>): Promise<T> {
  const attempt = (await readLedger(client)).attempt === null ? null : await readAttempt(client);
  if (attempt === null) return look();
  const undo = attempt.undo;
  if (undo === null || undo.source === 'revert.sql' || !undo.transactional) {
    output.note(`${output.errorStyle.yellow('!')} current.sql is applied, and is compared too; without it: ${invocation} watch --undo`);
    return look();
  }
  output.note(`${output.errorStyle.yellow('!')} current.sql is applied; compared without it`);
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '5s'; set local search_path = public`);
    await client.query(undo.body);
    return await look();
  } finally {
    await client.query('rollback');
  }
}
