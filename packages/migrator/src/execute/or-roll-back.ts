import type { Client } from 'pg';
import { rollBack } from './begin-step.ts';
import type { Run } from './run.ts';

/** Lets somebody look at the database inside the open transaction; when that fails it is rolled back. */
export async function orRollBack<T>(run: Run, look: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await look(run.session.client);
  } catch (error) {
    await rollBack(run);
    throw error;
  }
}
