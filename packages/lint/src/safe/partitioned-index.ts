import { formatName } from '@godwit/migrator/statements';
import type { IndexStmt } from 'libpg-query';
import type { SafeStep } from '../lint-finding.ts';
import type { LintStatement } from '../lint-statement.ts';
import { defaultName } from '../schema/default-name.ts';
import type { FullName, Table } from '../schema/table.ts';
import { applyEdits, insertAt } from '../text/edit.ts';
import { alone, here, later } from './steps.ts';

/**
 * An index on a partitioned table, which CONCURRENTLY cannot make: an invalid one on the parent alone, one on each partition, and the
 * latter attached, which makes the parent's valid.
 *
 * @param parts the partitions that are known; one is made up when there are none
 */
export function partitionedIndex(
  statement: LintStatement,
  index: IndexStmt,
  table: Table,
  parts: readonly FullName[],
): readonly SafeStep[] {
  const { text } = statement;
  const columns = (index.indexParams ?? []).map((item) => ('IndexElem' in item ? (item.IndexElem.name ?? 'expr') : 'expr'));
  const nameFor = ({ name }: FullName) => defaultName(name, columns, 'idx', () => false);
  const on = statement.tokens().find(({ word, depth }) => word === 'on' && depth === 0);
  const start = statement.at(index.relation?.location);
  const definition = text.slice(start).replace(/^[^(]*?(?=\s*(?:using\b|\())/i, '');
  const parent = { schema: table.name.schema, name: index.idxname ?? nameFor(table.name) };
  const named =
    index.idxname === undefined && on !== undefined ? [insertAt(on.start, `${formatName({ schema: null, name: parent.name })} `)] : [];
  const unique = index.unique ? 'unique ' : '';
  return [
    here(`${applyEdits(text, [...named, insertAt(start, 'only ')])};`),
    ...parts.map((part) =>
      alone(
        `create ${unique}index concurrently ${formatName({ schema: null, name: nameFor(part) })} on ${formatName(part)}${definition};`,
        'then, each in a revision of its own',
      ),
    ),
    later(
      parts
        .map((part) => `alter index ${formatName(parent)} attach partition ${formatName({ schema: part.schema, name: nameFor(part) })};`)
        .join('\n'),
    ),
  ];
}
