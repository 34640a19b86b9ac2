import { formatName } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { alone } from '../safe/steps.ts';

export const vacuumFull: StatementRule = {
  about: 'statements',
  name: 'vacuum-full',
  group: 'locks',
  severity: 'error',
  summary: 'VACUUM FULL',
  why: 'Nobody can read or write the table while all of it is written anew. A plain VACUUM makes the space usable again while everybody works; to give it back to the file system there are pg_repack and pg_squeeze.',
  example: { sql: '--! no-transaction\nvacuum (full) shelf.books;' },
  reverts: true,
  sees: 'before',
  kinds: ['VacuumStmt'],
  *check({ locks }) {
    const full = locks.filter(({ because }) => because === 'VACUUM FULL');
    if (full.length === 0) return;
    const tables = full.flatMap(({ object }) => (object.kind === 'table' ? [formatName(object)] : []));
    yield {
      message: `VACUUM FULL blocks reads and writes of ${tables.length === 0 ? 'every table in turn' : tables.join(', ')}`,
      because: 'it writes the whole table anew under ACCESS EXCLUSIVE',
      locks: full,
      safe: [alone(`vacuum (analyze)${tables.length === 0 ? '' : ` ${tables.join(', ')}`};`)],
    };
  },
};
