import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import { qualified } from '../additions/names.ts';
import type { Rename, RenamedKind } from './rename.ts';

/** How ALTER calls a kind that has a statement of its own for a new name. */
const WORDS: { readonly [K in RenamedKind]?: string } = {
  schema: 'schema',
  table: 'table',
  view: 'view',
  'materialized view': 'materialized view',
  index: 'index',
  sequence: 'sequence',
  enum: 'type',
  'composite type': 'type',
  'range type': 'type',
  domain: 'domain',
};

/** The statement that gives the new name. What is outside has its new names already. */
export function renameStatement({ kind, from, to }: Rename): string {
  const name = quoteIdentifier(from.at(-1) ?? '');
  const newName = quoteIdentifier(to.at(-1) ?? '');
  const outside = qualified(to.slice(0, -1));
  switch (kind) {
    case 'column':
      return `alter table ${outside} rename column ${name} to ${newName}`;
    case 'constraint':
      return `alter table ${outside} rename constraint ${name} to ${newName}`;
    case 'attribute':
      return `alter type ${outside} rename attribute ${name} to ${newName}`;
    case 'label':
      return `alter type ${outside} rename value ${quoteLiteral(from.at(-1) ?? '')} to ${quoteLiteral(to.at(-1) ?? '')}`;
    default:
      return `alter ${WORDS[kind] ?? kind} ${outside === '' ? '' : `${outside}.`}${name} rename to ${newName}`;
  }
}
