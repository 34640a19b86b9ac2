import type { Move } from '@godwit/migrator';
import type { Style } from '../output/style.ts';

/** What becomes of applied revisions that a merge has put after others, a line each and the reason once. */
export function describeMoves(moves: readonly Move[], style: Style): string[] {
  return moves.flatMap(({ from, to, how, because }, index) => {
    if (how === 'kept') return [`  ${style.cyan('↪')} ${from.name} stays, as ${to.name}: a merge has put it after others`];
    const line = `  ${style.yellow('↺')} ${from.name} is reverted and applied again, as ${to.name}: a merge has put it after others`;
    return because === null || moves[index - 1]?.because === because ? [line] : [line, style.dim(`      ${because}`)];
  });
}
