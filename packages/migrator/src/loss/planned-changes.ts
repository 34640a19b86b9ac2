import type { RowChange } from './lossy-action.ts';
import { type Table, tableText } from './table.ts';

/** The tables whose rows the plan has changed so far: what a later DELETE finds there cannot be counted before. */
export interface PlannedChanges {
  readonly add: (table: Table) => void;
  /** As SQL writes it. */
  readonly addName: (name: string) => void;
  /** A statement of which nobody knows what it changes. */
  readonly addUnknown: () => void;
  /** Whether they decide which rows a statement finds. */
  readonly decide: (table: Table, change: Pick<RowChange, 'joined' | 'where' | 'prefix'>) => boolean;
}

const ANY = '*';

export function createPlannedChanges(): PlannedChanges {
  const changed = new Set<string>();
  return {
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
