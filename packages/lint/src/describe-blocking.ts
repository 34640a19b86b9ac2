import type { LockClaim, LockWork } from '@godwit/migrator';
import { formatName } from '@godwit/migrator/statements';

const WHILE: Readonly<Record<LockWork, string>> = {
  catalog: 'for a moment',
  rows: 'until the revision ends',
  scan: 'while every row is read',
  'index build': 'while the index is built',
  rewrite: 'while every row is written anew',
};

/** What has to wait, in words: `reads and writes of shelf.books while every row is read`. Null when nothing does. */
export function describeBlocking(locks: readonly LockClaim[]): string | null {
  const felt = locks.filter(({ blocks }) => blocks !== 'nothing');
  const said = felt.map(({ object, blocks, work }) => {
    const what = blocks === 'writes to the same rows' ? 'writes to the same rows' : blocks;
    return `${what} of ${formatName(object)} ${WHILE[work]}`;
  });
  return said.length === 0 ? null : [...new Set(said)].join('; ');
}
