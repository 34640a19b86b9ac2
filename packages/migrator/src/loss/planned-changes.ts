import type { RowChange } from './lossy-action.ts';
import { type Table, tableText } from './table.ts';

/** The tables whose rows the plan has changed so far: what a later DELETE finds there cannot be counted before. */
export interface PlannedChanges {
  readonly add: (table: Table) => void;
  /** As SQL writes it. */
  readonly addName: (name: string) => void;
  /** A statement of which nobody knows what it changes. */
  readonly addUnknown: () => void;
  /** Whether the plan has changed its rows, or may have: what they would violate now, they may satisfy then. */
  readonly touch: (table: Table) => boolean;
  /** A trigger or rule is dropped or disabled; null for all of the table's. */
  readonly disarm: (table: Table, name: string | null) => void;
  readonly isArmed: (table: Table, name: string) => boolean;
  /** Whether they decide which rows a statement finds. */
  readonly decide: (table: Table, change: Pick<RowChange, 'joined' | 'where' | 'prefix'>) => boolean;
}

const ANY = '*';

export function createPlannedChanges(): PlannedChanges {
  const changed = new Set<string>();
  const disarmed = new Set<string>();
  const key = (table: Table, name: string | null) => JSON.stringify([tableText(table), name]);
  return {
    touch: (table) => changed.has(ANY) || changed.has(tableText(table)),
    disarm: (table, name) => disarmed.add(key(table, name)),
    isArmed: (table, name) => !disarmed.has(key(table, name)) && !disarmed.has(key(table, null)),
    add: (table) => changed.add(tableText(table)),
    addName: (name) => changed.add(name),
    addUnknown: () => changed.add(ANY),
    decide: (table, { joined, where, prefix }) => {
      if (where === null && joined === null) return false;
      if (changed.has(ANY) || changed.has(tableText(table))) return true;
      return changed.size > 0 && (joined !== null || prefix !== '' || /\bselect\b/i.test(where ?? ''));
    },
  };
}
