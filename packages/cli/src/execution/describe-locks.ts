import type { StepLock } from '@godwit/migrator';
import { columns } from '../output/columns.ts';
import type { Style } from '../output/style.ts';

/** The locks of a step that somebody could notice, a line each. */
export function describeLocks(locks: readonly StepLock[], style: Style): string[] {
  const felt = locks.filter(({ blocks }) => blocks !== 'nothing');
  return columns(felt.map((lock) => [`      ${style.yellow('locks')} ${objectName(lock)}`, lock.mode, describeBlocking(lock)]));
}

function objectName({ object }: StepLock): string {
  return `${object.kind === 'table' ? '' : `${object.kind} `}${object.schema === null ? '' : `${object.schema}.`}${object.name}`;
}

function describeBlocking(lock: StepLock): string {
  const long = lock.held === 'catalog' ? '' : ` for the length of the ${lock.held === 'rows' ? 'change of rows' : lock.held}`;
  return `blocks ${lock.blocks}${long}${lock.unless ? `, unless ${lock.unless}` : ''}`;
}
