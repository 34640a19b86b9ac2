import { applyPlaceholders } from '@godwit/history';
import type { RenderOptions } from './render.ts';

/**
 * What a script says about itself, and the settings of psql that its meaning hangs on, whatever `~/.psqlrc` and the command
 * line said before: it stops at the first error, sends each statement when it ends, and opens no transactions of its own.
 */
export function scriptHead({
  plan,
  databaseName,
  generatedBy,
  placeholders,
  lockTimeoutMs,
}: RenderOptions & { readonly lockTimeoutMs: number }): string {
  const { direction, from, to, steps } = plan;
  const count = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'} ${direction}`;
  const used = Object.keys(placeholders).filter((name) => steps.some(({ body }) => applyPlaceholders(body, { [name]: '' }) !== body));
  const comments = [
    `${generatedBy}: ${count}, from ${from?.name ?? 'base'} to ${to?.name ?? 'base'}${databaseName === null ? '' : `, for the database ${databaseName}`}`,
    'Run it with psql 14 or newer: psql -X -f FILE, without -1, since each step has a transaction of its own.',
    'Each step first checks that the ledger stands where the step begins. After an error the steps before it are done and its own changes are undone.',
    `A step waits up to ${lockTimeoutMs / 1000} s for a lock, then fails; write the script again and repeat.`,
    ...(used.length === 0 ? [] : [`It holds the values of ${used.join(', ')}.`]),
  ];
  return `${comments.map((comment) => `-- ${oneLine(comment)}`).join('\n')}

\\set ON_ERROR_STOP on
\\set ON_ERROR_ROLLBACK off
\\set AUTOCOMMIT on
\\set SINGLELINE off
\\set FETCH_COUNT 0
\\set VERBOSITY default
\\set QUIET on
`;
}

/** A comment ends with its line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
