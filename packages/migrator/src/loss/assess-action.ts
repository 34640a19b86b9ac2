import { assessObject } from './assess-object.ts';
import { assessTable } from './assess-table.ts';
import type { Assessing } from './assessing.ts';
import type { LossyAction } from './lossy-action.ts';
import type { Assessed } from './partial-loss.ts';

/** What one action would take from the database as it is now. What is not there, or is made by the plan itself, loses nothing. */
export async function assessAction(assessing: Assessing, action: LossyAction): Promise<Assessed> {
  if ('relation' in action && action.kind !== 'drop row type') return await assessTable(assessing, action);
  return await assessObject(assessing, action);
}
