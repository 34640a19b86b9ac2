import type { Asker } from './ask.ts';
import type { Naming } from './naming.ts';
import type { PlannedChanges } from './planned-changes.ts';

/** What is known while the actions of a plan are looked at in turn. */
export interface Assessing {
  readonly asker: Asker;
  readonly naming: Naming;
  /** Columns that an earlier UPDATE of the plan has set, as `tableText` names them: their nulls may be gone by then. */
  readonly updated: Set<string>;
  /** Of the statements before. */
  readonly changes: PlannedChanges;
}
