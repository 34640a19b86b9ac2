import type { BodyRule } from '../rule.ts';
import { alone } from '../safe/steps.ts';
import { sentence } from '../text/sentence.ts';

export const needsNoTransaction: BodyRule = {
  about: 'bodies',
  name: 'needs-no-transaction',
  group: 'execution',
  severity: 'error',
  summary: 'CONCURRENTLY, VACUUM and the like inside a transaction',
  why: 'The server refuses it there (25001), and `godwit upgrade` does before it. Such a statement is alone in its revision, whose first line says `--! no-transaction`; should it break off, `godwit upgrade` finds what it left behind and goes on.',
  example: { sql: 'alter table shelf.books add column pages_read int;\ncreate index concurrently books_author on shelf.books (author);' },
  finds: ['needs no transaction'],
  report: ({ finding, statement }) => ({
    message: sentence(finding.message),
    because: 'the server refuses it, and godwit upgrade does before it',
    safe: statement === null ? [] : [alone(`${statement.text};`)],
  }),
};
