import { formatName } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';

export const lockTable: StatementRule = {
  about: 'statements',
  name: 'lock-table',
  group: 'locks',
  severity: 'error',
  summary: 'LOCK TABLE in a mode that others wait for',
  why: 'Without a mode it is ACCESS EXCLUSIVE, and it is held until the revision ends. A revision needs no lock against other revisions: Godwit runs one at a time. Against other schema changes and vacuum SHARE UPDATE EXCLUSIVE is enough, beside which everybody reads and writes; for some rows there is SELECT … FOR UPDATE.',
  example: { sql: 'lock table shelf.books;' },
  reverts: true,
  sees: 'before',
  kinds: ['LockStmt'],
  *check({ locks }) {
    const felt = locks.filter(({ blocks }) => blocks === 'writes' || blocks === 'reads and writes');
    const [first] = felt;
    if (first === undefined) return;
    const names = felt.map(({ object }) => formatName(object)).join(', ');
    yield {
      message: `LOCK TABLE blocks ${first.blocks} of ${names} until the revision ends`,
      because: `${first.mode} is held until the transaction ends, whatever comes below`,
      locks: felt,
      safe: [here(`lock table ${names} in share update exclusive mode;`)],
    };
  },
};
