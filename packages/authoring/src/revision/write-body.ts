import type { PlannedRevision } from '@godwit/difference';

/** Rows of statements that stand together, without an empty line between. */
const ROWS = [/^comment on /, /^(?:grant|revoke) /];

/** The body of a revision: its statements, with what has to be done before them as a comment on top. */
export function writeBody({ statements, transactional, before }: Pick<PlannedRevision, 'statements' | 'transactional' | 'before'>): string {
  const text = statements
    .map((sql, at) => {
      const previous = statements[at - 1];
      const isRow = previous !== undefined && ROWS.some((row) => row.test(sql) && row.test(previous));
      return `${at === 0 ? '' : isRow ? '\n' : '\n\n'}${sql};`;
    })
    .join('');
  const marks = [...(transactional ? [] : ['--! no-transaction']), ...(before === null ? [] : [`-- Before it: ${before}.`])];
  return `${[...marks, ...(marks.length > 0 && transactional ? [''] : []), text].join('\n')}\n`;
}
