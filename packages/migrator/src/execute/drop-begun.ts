import { readSql } from '@godwit/postgres';
import { rollBack } from './begin-step.ts';
import type { Run } from './run.ts';

/** Ends a step whose body was sent ahead and which nobody waits for any more, since the run ends: an observer has thrown. */
export async function dropBegun(run: Run): Promise<void> {
  if (run.begun === null) return;
  const watcher = await run.watcher.client();
  // Better late than not at all: without it, the body runs to its end, and is rolled back then.
  await watcher?.query(readSql(import.meta.url, './sql/cancel-backend.sql'), [run.session.pid]).catch(() => {});
  await rollBack(run);
}
