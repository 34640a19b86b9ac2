import { formatName } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { alone } from '../safe/steps.ts';

export const cluster: StatementRule = {
  about: 'statements',
  name: 'cluster',
  group: 'locks',
  severity: 'error',
  summary: 'CLUSTER',
  why: 'Nobody can read or write the table while all of it is written anew in the order of an index; rows that come later are not in that order. pg_repack can order a table while everybody works; often an index with INCLUDE, or a BRIN index, is what is wanted.',
  example: { sql: 'cluster shelf.books using books_pkey;' },
  reverts: true,
  sees: 'before',
  kinds: ['ClusterStmt'],
  *check({ locks }) {
    const [lock] = locks;
    if (lock === undefined) return;
    const table = lock.object.kind === 'table' ? formatName(lock.object) : null;
    yield {
      message: `CLUSTER blocks reads and writes of ${table ?? 'every clustered table in turn'}`,
      because: 'it writes the whole table anew under ACCESS EXCLUSIVE',
      locks: [lock],
      safe: [
        alone(
          `vacuum (analyze)${table === null ? '' : ` ${table}`};`,
          'in a revision of its own; order the rows with pg_repack if they must be',
        ),
      ],
    };
  },
};
