import type { History } from '@godwit/history';
import type { LintFinding, LintSource } from '@godwit/lint';
import type { CommandContext } from '../context.ts';
import { lintContext } from '../lint/lint-context.ts';
import { loadLint } from '../session/load-lint.ts';

/** Lints what was written, after what the history has made. */
export async function lintWritten(
  context: CommandContext,
  history: History,
  {
    forward,
    revert,
    paths,
    transactional,
  }: {
    readonly forward: string;
    readonly revert: string;
    readonly paths: readonly [forward: string, revert: string];
    readonly transactional: boolean;
  },
): Promise<readonly LintFinding[]> {
  const { historySources, lint, readSchema } = await loadLint();
  const facts = await lintContext(context);
  const sources: readonly LintSource[] = [
    // Above it stand the message and an empty line.
    { path: paths[0], text: forward, transactional, role: 'forward', firstLine: 3 },
    { path: paths[1], text: revert, transactional, role: 'revert', revision: paths[0] },
  ];
  return lint(sources, { ...facts, history: await readSchema(historySources(history.revisions), facts.searchPath) });
}
