import type { BodyRule } from '../rule.ts';
import { without } from '../safe/without.ts';
import { sentence } from '../text/sentence.ts';

export const transactionControl: BodyRule = {
  about: 'bodies',
  name: 'transaction-control',
  group: 'execution',
  severity: 'error',
  summary: 'BEGIN, COMMIT, ROLLBACK or SAVEPOINT in a revision',
  why: 'Each revision is a transaction of its own, applied whole or not at all, and its entry in the ledger is part of it. A COMMIT in the middle would leave half of it behind when the rest fails. `godwit upgrade` refuses it.',
  example: { sql: 'begin;\nalter table shelf.books add column pages_read int;\ncommit;' },
  finds: ['transaction control'],
  report: ({ finding, statement, revision }) => ({
    message: sentence(finding.message),
    because: finding.help ?? 'godwit upgrade refuses it',
    safe: statement?.kind === 'TransactionStmt' ? without(revision.statements, ({ kind }) => kind === 'TransactionStmt') : [],
  }),
};
