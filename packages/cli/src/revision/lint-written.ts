import type { History } from '@godwit/history';
import type { LintFinding, LintSource } from '@godwit/lint';
import type { CommandContext } from '../context.ts';
import { loadOptional } from '../session/optional-package.ts';

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
  const { lint, readSchema } = await loadOptional('@godwit/lint', 'lint', () => import('@godwit/lint'));
  const searchPath = context.config().searchPath.join(', ');
  const made: readonly LintSource[] = history.revisions.map(({ path, body, transactional: inTransaction }) => ({
    path,
    text: body,
    transactional: inTransaction,
    role: 'forward',
  }));
  const sources: readonly LintSource[] = [
    // Above it stand the message and an empty line.
    { path: paths[0], text: forward, transactional, role: 'forward', firstLine: 3 },
    { path: paths[1], text: revert, transactional, role: 'revert', revision: paths[0] },
  ];
  return await lint(sources, { history: await readSchema(made, searchPath), searchPath });
}
