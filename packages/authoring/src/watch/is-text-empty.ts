import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether `current.sql` is empty or gone at this moment, and no folder `current/` is in its place. */
export function isTextEmpty(folder: string): boolean {
  const size = statSync(join(folder, 'current.sql'), { throwIfNoEntry: false })?.size ?? 0;
  return size === 0 && !existsSync(join(folder, 'current'));
}
