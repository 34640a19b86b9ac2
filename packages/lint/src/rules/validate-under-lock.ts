import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import type { SafeStep } from '../lint-finding.ts';
import type { LintStatement } from '../lint-statement.ts';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { here, later } from '../safe/steps.ts';
import { commandSpan, commandSpans } from '../text/spans.ts';
import { alteredTable, tableCommands } from '../tree/parts.ts';

export const validateUnderLock: StatementRule = {
  about: 'statements',
  name: 'validate-under-lock',
  group: 'locks',
  severity: 'error',
  summary: 'VALIDATE CONSTRAINT in a revision that holds a lock others wait for',
  why: 'A lock is held until its transaction ends. VALIDATE takes one beside which everybody works, but it reads every row, and what the statements above it have locked stays locked all that time: after ADD CONSTRAINT … NOT VALID in the same revision NOT VALID has gained nothing. In a revision of its own it disturbs nobody.',
  example: {
    sql: 'alter table shelf.books add constraint books_pages check (page_count > 0) not valid;\nalter table shelf.books validate constraint books_pages;',
  },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, revision, held } = subject;
    const table = alteredTable(statement.node);
    const own = table === null ? null : lockOn(subject, table);
    if (table === null || own === null || !revision.transactional) return;
    const felt = [...held, own].filter(({ blocks }) => blocks === 'writes' || blocks === 'reads and writes');
    if (felt.length === 0) return;
    const others = [...new Set(felt.map(({ object }) => formatName(object)))].join(', ');
    for (const { subtype, name = '', index } of tableCommands(statement.node)) {
      if (subtype !== 'AT_ValidateConstraint') continue;
      const { start: at, end: to } = commandSpan(statement, index);
      yield {
        message: `VALIDATE reads all of ${formatName(table)} while ${felt.some(({ blocks }) => blocks !== 'writes') ? 'reads and writes' : 'writes'} of ${others} wait`,
        because: 'what this revision has locked stays locked until it ends',
        at,
        to,
        locks: felt.map((lock) => ({ ...lock, work: 'scan' })),
        safe: [
          ...restOf(statement, index),
          later(
            `alter table ${formatName(table)} validate constraint ${formatIdentifier(name)};`,
            'in a revision of its own, after this one',
          ),
        ],
      };
    }
  },
};

/** The statement without one of its subcommands; nothing when it has no other. */
function restOf(statement: LintStatement, index: number): readonly SafeStep[] {
  const { head, commands } = commandSpans(statement);
  const rest = commands.filter((_, place) => place !== index).map(({ start, end }) => statement.text.slice(start, end));
  return rest.length === 0 ? [] : [here(`${head}\n  ${rest.join(',\n  ')};`)];
}
