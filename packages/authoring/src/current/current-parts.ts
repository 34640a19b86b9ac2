import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFileName } from '@godwit/history';
import { CurrentFileName } from './errors.ts';

/** A file of `current/`. */
export interface CurrentPart {
  readonly name: string;
  readonly number: number;
}

/**
 * The files of `current/` in the order of their numbers. Hidden ones and those that do not end in `.sql` are none of it.
 *
 * @throws CurrentFileName for a name without a number of its own
 */
export function listParts(directory: string): readonly CurrentPart[] {
  const parts = new Map<number, CurrentPart>();
  for (const name of readdirSync(directory).toSorted()) {
    if (name.startsWith('.') || !name.endsWith('.sql')) continue;
    const path = join(directory, name);
    const { number } = parseFileName(name) ?? {};
    if (number === undefined) throw new CurrentFileName({ path, because: 'its name is not a number, with words after a dash if you like' });
    if (number < 1) throw new CurrentFileName({ path, because: 'numbers begin at 1' });
    const other = parts.get(number);
    if (other !== undefined) throw new CurrentFileName({ path, because: `${other.name} has the number ${number} too` });
    parts.set(number, { name, number });
  }
  return [...parts.values()].sort((a, b) => a.number - b.number);
}
