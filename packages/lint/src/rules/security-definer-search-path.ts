import { formatName, nameOfPath, namePath } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';
import { applyEdits, insertAt } from '../text/edit.ts';

export const securityDefinerSearchPath: StatementRule = {
  about: 'statements',
  name: 'security-definer-search-path',
  group: 'design',
  severity: 'error',
  summary: 'a SECURITY DEFINER function without a search_path of its own',
  why: "It runs with the rights of its owner and with the search_path of its caller, who can put a table or an operator of the same name in front of the one that is meant, and so run what they like as the owner. With `set search_path = ''` every name in the body has to say its schema; pg_catalog is always found.",
  example: {
    sql: 'create function shelf.book_count() returns bigint language sql security definer as $$ select count(*) from shelf.books $$;',
  },
  reverts: false,
  sees: 'before',
  kinds: ['CreateFunctionStmt', 'AlterFunctionStmt'],
  *check({ statement }) {
    const { name, options } = functionOf(statement.node);
    const definer = options.some((item) => 'DefElem' in item && item.DefElem.defname === 'security' && isOn(item.DefElem.arg));
    const setsPath = options.some(
      (item) =>
        'DefElem' in item &&
        item.DefElem.defname === 'set' &&
        item.DefElem.arg !== undefined &&
        'VariableSetStmt' in item.DefElem.arg &&
        item.DefElem.arg.VariableSetStmt.name === 'search_path',
    );
    if (!definer || setsPath) return;
    const keyword = statement.tokens().find(({ word, depth }) => word === 'definer' && depth === 0);
    const end = keyword?.end ?? statement.text.length;
    yield {
      message: `${name} runs with the rights of its owner and the search_path of its caller`,
      because: 'the caller decides which tables, functions and operators the names in it mean',
      at: keyword?.start ?? 0,
      to: end,
      safe: [
        here(
          `${applyEdits(statement.text, [insertAt(end, " set search_path = ''")])};`,
          'in this revision, with the schema before every name in the body',
        ),
      ],
    };
  },
};

function functionOf(node: Node): { readonly name: string; readonly options: readonly Node[] } {
  if ('CreateFunctionStmt' in node) {
    return { name: formatName(nameOfPath(namePath(node.CreateFunctionStmt.funcname))), options: node.CreateFunctionStmt.options ?? [] };
  }
  if (!('AlterFunctionStmt' in node)) return { name: '', options: [] };
  return { name: formatName(nameOfPath(namePath(node.AlterFunctionStmt.func?.objname))), options: node.AlterFunctionStmt.actions ?? [] };
}

function isOn(value: Node | undefined): boolean {
  return value !== undefined && 'Boolean' in value && value.Boolean.boolval === true;
}
