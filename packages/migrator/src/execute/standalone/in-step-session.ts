import { runScript } from '../../ledger/run-script.ts';
import type { Run } from '../run.ts';

/** Works in the session that a step's statement has, its role and search path, and makes it ours again, as the journal and the ledger need it. */
export async function inStepSession<T>(run: Run, work: () => Promise<T>): Promise<T> {
  const { client } = run.session;
  await runScript(client, [run.session.known, run.stepSettings].join(';\n'));
  try {
    return await work();
  } finally {
    // A connection that is gone needs nothing.
    await runScript(client, run.session.known).catch(() => {});
  }
}
