import { formatName, nameOfPath, namePath, visit } from '@godwit/migrator/statements';
import { quoteLiteral } from '@godwit/postgres';
import type { LintStatement } from '../lint-statement.ts';
import type { StatementRule } from '../rule.ts';
import { here, later } from '../safe/steps.ts';
import { stringOf } from '../tree/values.ts';

export const enumValueInSameTransaction: StatementRule = {
  about: 'statements',
  name: 'enum-value-in-same-transaction',
  group: 'execution',
  severity: 'error',
  summary: 'ALTER TYPE … ADD VALUE, and the value is used in the same revision',
  why: 'The server refuses it (55P04): a new value of an enum can be used when the transaction that added it has ended. Two revisions do it. A type that the same revision makes is no finding.',
  example: {
    sql: "alter type shelf.loan_state add value 'lost';\nupdate shelf.loans set state = 'lost' where id = 7;",
    history: "create type shelf.loan_state as enum ('lent', 'returned');",
  },
  reverts: true,
  sees: 'before',
  kinds: ['AlterEnumStmt'],
  *check({ statement, revision }) {
    if (!revision.transactional || !('AlterEnumStmt' in statement.node)) return;
    const { typeName, oldVal, newVal = '' } = statement.node.AlterEnumStmt;
    const type = formatName(nameOfPath(namePath(typeName)));
    const isNew = revision.statements
      .slice(0, statement.index)
      .some(({ node }) => 'CreateEnumStmt' in node && formatName(nameOfPath(namePath(node.CreateEnumStmt.typeName))) === type);
    if (oldVal !== undefined || isNew) return;
    const user = revision.statements.slice(statement.index + 1).find((one) => mentions(one, newVal));
    if (user === undefined) return;
    const value = quoteLiteral(newVal).trim();
    yield {
      message: `${value} is added to ${type} and used in the same revision, by ${user.kind === 'DoStmt' ? 'DO' : shortened(user.text)}`,
      because: 'the server refuses a new value of an enum until the transaction that added it has ended (55P04)',
      safe: [here(`${statement.text};`, 'in a revision of its own'), later(`${user.text};`)],
    };
  },
};

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}

/** As a constant, or in the code of a DO block. The body of a function does not run now, and a comment is no value. */
function mentions({ node, kind, text }: LintStatement, value: string): boolean {
  if (kind === 'AlterEnumStmt' || kind === 'CommentStmt') return false;
  if (kind === 'DoStmt') return text.includes(quoteLiteral(value).trim());
  let found = false;
  visit(node, (one) => {
    if (stringOf(one) === value) found = true;
  });
  return found;
}
