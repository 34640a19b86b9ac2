import type { BodyRule } from '../rule.ts';
import { sentence } from '../text/sentence.ts';

/** graphile-migrate's rule for the name of a placeholder. */
const PLACEHOLDER = /(?<![\w:]):[A-Z][0-9A-Z_]+\b/;

export const invalidSql: BodyRule = {
  about: 'bodies',
  name: 'invalid-sql',
  group: 'execution',
  severity: 'error',
  summary: 'SQL that PostgreSQL does not understand, and what only psql does',
  why: 'The revision cannot be applied, and nothing else in the file can be looked at. Commands of psql and the rows of COPY … FROM stdin are for psql alone. Placeholders are read as names or values; where one stands for more than that the file cannot be read without its value.',
  example: { sql: 'alter table shelf.books add colum pages int;' },
  finds: ['syntax', 'psql command', 'copy data', 'nul'],
  report({ finding, text }) {
    const placeholder = finding.kind === 'syntax' ? PLACEHOLDER.exec(text)?.[0] : undefined;
    if (placeholder === undefined)
      return { message: sentence(finding.message), because: finding.help ?? 'nothing in this file was linted', safe: [] };
    return {
      message: `${sentence(finding.message)}, as long as ${placeholder} has no value`,
      because: 'a placeholder is read as a name or a value; nothing in this file was linted',
      severity: 'warning',
      safe: [],
    };
  },
};
