import { formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { concurrently } from '../safe/concurrently.ts';
import { alone } from '../safe/steps.ts';
import { memoryOf } from '../tree/memory-setting.ts';

const METHODS: readonly (string | undefined)[] = ['hnsw', 'ivfflat'];

/** Where a build of some hundred thousand vectors stays in memory. PostgreSQL's default is 64 MB. */
const ENOUGH_MB = 256;

export const vectorIndexMemory: StatementRule = {
  about: 'statements',
  name: 'vector-index-memory',
  group: 'design',
  severity: 'warning',
  summary: 'an HNSW or IVFFlat index that is built with little maintenance_work_mem',
  why: 'As long as the graph of an HNSW index fits into maintenance_work_mem it is built in memory; when it does not, each further row is inserted on disk, many times slower. 100,000 vectors of 1,536 dimensions need some 900 MB, and the default is 64 MB. A concurrent build is alone in its revision, so the setting comes from `pgSettings` in .gmrc, or from the role. Where the column has no values yet, as when it was just added, ignore it with that reason.',
  example: {
    sql: '--! no-transaction\ncreate index concurrently books_embedding on shelf.books using hnsw (embedding public.vector_cosine_ops);',
    history: 'alter table shelf.books add column embedding public.vector(384);',
  },
  reverts: false,
  sees: 'before',
  kinds: ['IndexStmt'],
  *check(subject) {
    const { statement, revision, facts } = subject;
    if (!('IndexStmt' in statement.node) || !METHODS.includes(statement.node.IndexStmt.accessMethod)) return;
    const { relation, accessMethod = '', concurrent } = statement.node.IndexStmt;
    const table = relation === undefined ? null : nameOfRange(relation);
    if (table === null || lockOn(subject, table) === null) return;
    const memory = memoryOf(revision.statements.slice(0, statement.index), facts.pgSettings);
    if (memory !== null && memory >= ENOUGH_MB) return;
    yield {
      message: `The ${accessMethod} index on ${formatName(table)} is built with ${memory === null ? "the server's own" : `${memory} MB of`} maintenance_work_mem`,
      because: 'what does not fit into it is inserted on disk row by row, many times slower',
      safe: [
        alone(
          concurrent ? `${statement.text};` : concurrently(statement),
          'in a revision of its own, with "pgSettings": { "maintenance_work_mem": "1GB" } in .gmrc',
        ),
      ],
    };
  },
};
