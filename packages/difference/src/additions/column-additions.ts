import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import { inRelation } from './names.ts';
import type { ObjectChange } from './object-change.ts';
import { setAndReset } from './option-list.ts';

/** How a column is stored and what the planner knows of it; and all that hangs on the column of a view. */
export function columnAdditions({ before, after }: ObjectChange<'column'>): readonly string[] {
  if (after === null) return [];
  const { relation, name } = inRelation(after.path);
  const view = after.within.find((id) => /^(?:materialized )?view /.test(id));
  if (view !== undefined) return viewColumn({ kind: 'column', before, after }, view);
  const alter = `alter table ${relation} alter column ${name}`;
  const [was, is] = [before?.properties, after.properties];
  // Some of a partition's are its parent's, which gives them to it.
  return [
    ...((was?.storage ?? null) === is.storage ? [] : [`${alter} set storage ${is.storage ?? usualStorage(is.type)}`]),
    ...((was?.compression ?? null) === is.compression ? [] : [`${alter} set compression ${is.compression ?? 'default'}`]),
    ...((was?.statistics ?? null) === is.statistics ? [] : [`${alter} set statistics ${is.statistics ?? -1}`]),
    ...setAndReset(alter, was?.options ?? [], is.options),
    ...foreignOptions(`alter foreign table ${relation} alter column ${name}`, was?.foreignOptions ?? [], is.foreignOptions),
  ];
}

/** What types of PostgreSQL's own are stored as, since PostgreSQL 15 does not understand DEFAULT here; others can only be left to the server. */
const USUAL_STORAGE: Readonly<Record<string, readonly string[]>> = {
  extended: [
    'bit',
    'bit varying',
    'bytea',
    'character',
    'character varying',
    'json',
    'jsonb',
    'path',
    'polygon',
    'text',
    'tsvector',
    'xml',
  ],
  main: ['cidr', 'inet', 'numeric'],
};

function usualStorage(type: string): string {
  if (type.endsWith('[]')) return 'extended';
  const plain = type.replace(/\(.*\)/, '');
  return Object.keys(USUAL_STORAGE).find((storage) => USUAL_STORAGE[storage]?.includes(plain)) ?? 'default';
}

function viewColumn({ before, after }: ObjectChange<'column'>, view: string): readonly string[] {
  if (after === null) return [];
  const { relation, name } = inRelation(after.path);
  const { default: value } = after.properties;
  const action = value === null ? 'drop default' : `set default ${value}`;
  return [
    ...((before?.properties.default ?? null) === value || view.startsWith('materialized')
      ? []
      : [`alter view ${relation} alter column ${name} ${action}`]),
    ...((before?.comment ?? null) === after.comment
      ? []
      : [`comment on column ${relation}.${name} is ${after.comment === null ? 'null' : quoteLiteral(after.comment)}`]),
  ];
}

/** `OPTIONS (ADD …, SET …, DROP …)`; the values are those of the other side's columns. */
function foreignOptions(alter: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const was = new Map(before.map(split));
  const is = new Map(after.map(split));
  const actions = [
    ...[...is].flatMap(([name, value]) => {
      if (was.get(name) === value) return [];
      return [`${was.has(name) ? 'set' : 'add'} ${quoteIdentifier(name)} ${quoteLiteral(value)}`];
    }),
    ...[...was.keys()].flatMap((name) => (is.has(name) ? [] : [`drop ${quoteIdentifier(name)}`])),
  ];
  return actions.length === 0 ? [] : [`${alter} options (${actions.join(', ')})`];
}

function split(option: string): readonly [string, string] {
  const at = option.indexOf('=');
  return [option.slice(0, at), option.slice(at + 1)];
}
