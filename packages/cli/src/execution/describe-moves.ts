import type { Move } from '@godwit/migrator';
import { columns } from '../output/columns.ts';
import type { Style } from '../output/style.ts';

const FATES: Readonly<Record<Move['how'], string>> = {
  kept: 'stays, what comes before it now goes beneath',
  redone: 'is reverted, and applied again after it',
};

/** What becomes of applied revisions that a merge has put after others: a line each, then why; empty when there are none. */
export function describeMoves(moves: readonly Move[], style: Style): string[] {
  if (moves.length === 0) return [];
  const rows = moves.map(({ from, to, how }) => [
    `  ${how === 'kept' ? style.cyan('↪') : style.yellow('↺')} ${digitsOf(from.name)} → ${digitsOf(to.name)}`,
    to.name.replace(/^\d+-?/, ''),
    FATES[how],
  ]);
  const reasons = new Set(moves.flatMap(({ because }) => because ?? []));
  return [
    style.dim('  since a merge others come first:'),
    ...columns(rows),
    ...[...reasons].map((reason) => style.dim(`      because ${reason}`)),
  ];
}

function digitsOf(name: string): string {
  return name.split('-')[0] ?? name;
}
