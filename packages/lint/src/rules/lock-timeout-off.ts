import { namePath } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';
import { integerOf, stringOf } from '../tree/values.ts';

export const lockTimeoutOff: StatementRule = {
  about: 'statements',
  name: 'lock-timeout-off',
  group: 'locks',
  severity: 'error',
  summary: 'a revision that takes the limit for lock waits away',
  why: 'A statement that waits for a lock makes everybody who comes after it wait too. Every revision runs with a budget for its lock waits (`lockTimeout`, 1 s unless set) and is tried again when it is spent, so none has to set one; `set lock_timeout = 0`, or RESET, leaves it to wait for ever. A larger limit for one revision is a value.',
  example: { sql: 'set lock_timeout = 0;\nalter table shelf.books add column pages_read int;' },
  reverts: true,
  sees: 'before',
  kinds: ['VariableSetStmt', 'SelectStmt'],
  *check({ statement, revision }) {
    const value = revision.transactional ? lockTimeoutOf(statement.node) : null;
    if (value === null || (value !== 'default' && !/^0(\.0*)?\s*[a-z]*$/.test(value.trim()))) return;
    yield {
      message:
        value === 'default'
          ? "The limit for lock waits is reset to the server's, which is none unless somebody has set it"
          : 'The limit for lock waits is taken away',
      because: 'while this revision waits for a lock, everybody who comes after it waits behind it',
      safe: [here("set local lock_timeout = '5s';", 'in this revision; or leave it out: the budget of the configuration holds')],
    };
  },
};

/** What a statement sets lock_timeout to; `default` for RESET; null when it leaves it alone. */
function lockTimeoutOf(node: Node): string | 'default' | null {
  if ('VariableSetStmt' in node) {
    const { kind, name, args = [] } = node.VariableSetStmt;
    if (name !== 'lock_timeout') return null;
    const [value] = args;
    return kind === 'VAR_SET_VALUE' ? (stringOf(value) ?? String(integerOf(value) ?? '')) : 'default';
  }
  const targets = 'SelectStmt' in node ? (node.SelectStmt.targetList ?? []) : [];
  for (const target of targets) {
    const call = 'ResTarget' in target ? target.ResTarget.val : undefined;
    if (call === undefined || !('FuncCall' in call) || namePath(call.FuncCall.funcname).at(-1) !== 'set_config') continue;
    const [setting, value] = call.FuncCall.args ?? [];
    if (stringOf(setting)?.toLowerCase() === 'lock_timeout') return stringOf(value);
  }
  return null;
}
