import { outsideTransaction } from '@godwit/migrator/statements';
import type { BodyRule } from '../rule.ts';
import { alone, here } from '../safe/steps.ts';
import { sentence } from '../text/sentence.ts';

export const severalStatements: BodyRule = {
  about: 'bodies',
  name: 'several-statements',
  group: 'execution',
  severity: 'error',
  summary: 'several statements in a revision without a transaction',
  why: 'When the second fails the first stays, and the revision is neither applied nor not. Without a transaction a revision is one statement; what can run in one belongs into a revision that has one. `godwit upgrade` refuses it.',
  example: {
    sql: '--! no-transaction\ncreate index concurrently books_author on shelf.books (author);\ncomment on index shelf.books_author is $$For the list of authors$$;',
  },
  finds: ['several statements'],
  report: ({ finding, statement: second, revision }) => ({
    message: sentence(finding.message),
    because: 'when one fails those before it stay, and the revision is half applied',
    safe: revision.statements
      .slice(second?.index ?? 0)
      .map((statement) =>
        outsideTransaction(statement) === null ? here(`${statement.text};`, 'in a revision of its own') : alone(`${statement.text};`),
      ),
  }),
};
