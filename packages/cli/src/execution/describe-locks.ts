import type { StepLock } from '@godwit/migrator';
import { columns, flow, visibleLength } from '../output/columns.ts';
import type { Output } from '../output/output.ts';
import { wrap } from '../output/wrap.ts';

/** The locks of a step that somebody could notice, a line each where they fit. */
export function describeLocks(locks: readonly StepLock[], { style, width }: Pick<Output, 'style' | 'width'>): string[] {
  const felt = locks.filter(({ blocks }) => blocks !== 'nothing');
  const rows = felt.map((lock) => [`      ${style.yellow('locks')} ${objectName(lock)}`, lock.mode, describeBlocking(lock)]);
  const lines = columns(rows);
  return lines.every((line) => visibleLength(line) <= width)
    ? lines
    : rows.flatMap((row) => flow(row, width, 12)).flatMap((line) => wrap(line, width));
}

function objectName({ object }: StepLock): string {
  return `${object.kind === 'table' ? '' : `${object.kind} `}${object.schema === null ? '' : `${object.schema}.`}${object.name}`;
}

function describeBlocking(lock: StepLock): string {
  const long = lock.held === 'catalog' ? '' : ` for the length of the ${lock.held === 'rows' ? 'change of rows' : lock.held}`;
  const unless = lock.unless === null ? '' : `, unless ${lock.unless}`;
  const also = lock.also === null ? '' : `; also ${lock.also}`;
  return `blocks ${lock.blocks}${long}${unless}${also}`;
}
