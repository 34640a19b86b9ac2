import type { ColumnDef, Constraint, IndexStmt, Node } from 'libpg-query';
import { byteOffsets } from '../statements/byte-offsets.ts';
import { nameOfRange, namePath, type RelationName } from '../statements/relation-name.ts';
import { listItems, textUntil, topTokens } from '../statements/text-slices.ts';
import { visit } from '../statements/visit.ts';
import type { LocatedStatement } from './find-lossy-actions.ts';
import type { CheckText, LossyAction, UniqueKey } from './lossy-action.ts';

/** What a constraint that is added to a table asks of the rows that are there. */
export function addedConstraint(located: LocatedStatement, relation: RelationName, constraint: Constraint): LossyAction[] {
  const { contype, conname, skip_validation: unchecked, indexname, keys = [], fk_attrs = [], pk_attrs = [], pktable } = constraint;
  if (unchecked || indexname !== undefined) return [];
  const add = (added: Extract<LossyAction, { kind: 'add constraint' }>['constraint']): LossyAction[] => [
    { kind: 'add constraint', relation, constraint: added },
  ];
  switch (contype) {
    case 'CONSTR_NOTNULL':
      return names(keys).map((column) => ({ kind: 'set not null', relation, column }));
    case 'CONSTR_CHECK':
      return add({ kind: 'check', check: checkText(located, constraint, conname) });
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      return add({
        kind: 'unique',
        keys: names(keys).map((column) => ({ column })),
        where: null,
        nullsEqual: constraint.nulls_not_distinct === true,
        primary: contype === 'CONSTR_PRIMARY',
      });
    case 'CONSTR_FOREIGN':
      if (pktable === undefined) return [];
      return add({ kind: 'foreign key', columns: names(fk_attrs), references: nameOfRange(pktable), keys: names(pk_attrs) });
    default:
      return [];
  }
}

/** What a domain's VALUE is called where a column stands for it. */
export const DOMAIN_VALUE = 'godwit_value';

/** The check of a domain, over `DOMAIN_VALUE`. */
export function domainCheck(located: LocatedStatement, constraint: Constraint): CheckText {
  const check = checkText(located, constraint, constraint.conname);
  return { ...check, sql: withWord(located.parser, check.sql, { word: 'value', by: DOMAIN_VALUE }) };
}

/** @param name of the constraint, when it is given one */
function checkText({ parser, statement, offsetOf }: LocatedStatement, constraint: Constraint, name: string | undefined): CheckText {
  const { text } = statement;
  const sql = insideParentheses(text, topTokens(parser, text), offsetOf(constraint.location ?? 0));
  return { sql, columns: columnsOf(constraint.raw_expr), text: name === undefined ? `check (${sql})` : `check ${name}` };
}

/** A new column that must have a value, and gets none in the rows that are there. */
export function requiredColumn(relation: RelationName, { colname = '', typeName, constraints = [] }: ColumnDef): LossyAction[] {
  const kinds = constraints.flatMap((item) => ('Constraint' in item ? [item.Constraint.contype] : []));
  const required = kinds.some((kind) => kind === 'CONSTR_NOTNULL' || kind === 'CONSTR_PRIMARY');
  const filled = kinds.some((kind) => kind === 'CONSTR_DEFAULT' || kind === 'CONSTR_IDENTITY' || kind === 'CONSTR_GENERATED');
  const serial = /^(?:small|big)?serial[248]?$/.test(namePath(typeName?.names).at(-1) ?? '');
  if (!required || filled || serial) return [];
  return [{ kind: 'add constraint', relation, constraint: { kind: 'required column', column: colname } }];
}

/** What CREATE UNIQUE INDEX asks of the rows that are there. */
export function uniqueIndex({ parser, statement, offsetOf }: LocatedStatement, index: IndexStmt): LossyAction[] {
  const { relation, unique, indexParams = [], whereClause, nulls_not_distinct: nullsEqual = false } = index;
  if (!unique || relation === undefined) return [];
  const { text } = statement;
  const tokens = topTokens(parser, text);
  const items = listItems(parser, text, offsetOf(relation.location ?? 0));
  const keys = indexParams.flatMap((param, place): UniqueKey['keys'] => {
    if (!('IndexElem' in param)) return [];
    if (param.IndexElem.name !== undefined) return [{ column: param.IndexElem.name }];
    return [{ sql: expressionOf(items[place] ?? '') }];
  });
  const keyword = whereClause === undefined ? undefined : tokens.findLast(({ word }) => word === 'where');
  const where = keyword === undefined ? null : textUntil(tokens, text, keyword.end, []);
  return [
    { kind: 'add constraint', relation: nameOfRange(relation), constraint: { kind: 'unique', keys, where, nullsEqual, primary: false } },
  ];
}

function withWord(parser: LocatedStatement['parser'], sql: string, { word, by }: { readonly word: string; readonly by: string }): string {
  const units = byteOffsets(sql);
  let text = '';
  let done = 0;
  for (const { start, end, text: token } of parser.scan(sql)) {
    if (token.toLowerCase() !== word) continue;
    text += sql.slice(done, units(start)) + by;
    done = units(end);
  }
  return text + sql.slice(done);
}

/** Without what follows it: an operator class, a direction. An expression is in parentheses, or a call. */
function expressionOf(item: string): string {
  let depth = 0;
  for (const [index, character] of [...item].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ')' && depth === 0) return [...item].slice(0, index + 1).join('');
  }
  return item;
}

function insideParentheses(text: string, tokens: ReturnType<typeof topTokens>, from: number): string {
  const keyword = tokens.findIndex(({ word, start }) => word === 'check' && start >= from);
  const [open, close] = [tokens[keyword + 1], tokens[keyword + 2]];
  return open === undefined || close === undefined ? '' : text.slice(open.end, close.start).trim();
}

function columnsOf(expression: Node | undefined): readonly string[] {
  const found = new Set<string>();
  visit(expression, (node) => {
    if ('ColumnRef' in node) found.add(namePath(node.ColumnRef.fields).at(-1) ?? '');
  });
  return [...found].filter((name) => name !== '');
}

function names(nodes: readonly Node[]): readonly string[] {
  return namePath(nodes);
}
