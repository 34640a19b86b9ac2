import { renderCodeFrame } from '@godwit/diagnostics';
import type { LintFinding } from '@godwit/lint';
import { formatName, type LockClaim } from '@godwit/migrator';
import { columns } from '../output/columns.ts';
import { commandNames, inWordsOf } from '../output/command-names.ts';
import { paintFrame } from '../output/render-error.ts';
import type { Style } from '../output/style.ts';

export interface DescribeOptions {
  readonly style: Style;
  readonly width: number;
  readonly invocation: string;
}

/** A finding for a person, as errors are printed: what, where, because; the locks; and what to write instead. */
export function describeFinding(finding: LintFinding, { style, width, invocation }: DescribeOptions): string[] {
  const { message, rule, severity, frame, because, locks, safe } = finding;
  const glyph = severity === 'error' ? style.red('✖') : style.yellow('!');
  return [
    `${glyph} ${style.bold(message)}  ${style.dim(rule)}`,
    '',
    ...renderCodeFrame(frame, width).map((line) => `  ${paintFrame(line, style)}`),
    '',
    `  because: ${inWordsOf(commandNames(invocation), because)}`,
    ...lockLines(locks, style),
    ...safe.flatMap(({ label, sql }, index) => [
      `  ${style.cyan(`${index === 0 ? 'instead, ' : ''}${label}:`)}`,
      ...sql.split('\n').map((line) => `    ${line}`.trimEnd()),
    ]),
    '',
  ];
}

function lockLines(locks: readonly LockClaim[], style: Style): string[] {
  const felt = locks.filter(({ blocks }) => blocks !== 'nothing');
  return columns(
    felt.map((lock, index) => [
      `  ${index === 0 ? style.yellow('locks:') : '      '} ${formatName(lock.object)}`,
      lock.mode,
      `blocks ${lock.blocks} ${WHILE[lock.work]}`,
    ]),
  );
}

const WHILE: Readonly<Record<LockClaim['work'], string>> = {
  catalog: 'for a moment',
  rows: 'until the revision ends',
  scan: 'while every row is read',
  'index build': 'while the index is built',
  rewrite: 'while every row is written anew',
};
