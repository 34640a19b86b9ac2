import { outsideTransaction } from './outside-transaction.ts';
import { parseStatements } from './parse-statements.ts';
import type { SqlProblem, Statement } from './statement.ts';
import { clientEncoding, unescapesStrings } from './text-settings.ts';
import { findTransactionControl } from './transaction-control.ts';

/** Why a body cannot be run as a migration. */
export interface BodyFinding {
  /** `syntax` is what the server would say too; the others it would misunderstand, or notice too late. */
  readonly kind:
    | SqlProblem['kind']
    | 'placeholder'
    | 'transaction control'
    | 'needs no transaction'
    | 'several statements'
    | 'text setting';
  /** One line, without a full stop. */
  readonly message: string;
  readonly help: string | null;
  /** Where it stands in the SQL, in UTF-16 code units. */
  readonly offset: number;
}

export interface BodyInspection {
  readonly statements: readonly Statement[];
  /** In order of place. */
  readonly findings: readonly BodyFinding[];
  /** The first one; null when the body can be run. */
  readonly finding: BodyFinding | null;
}

/**
 * Takes a body apart and says whether it can be run as one step: executing, rendering and explaining ask here, so that they
 * refuse the same things.
 *
 * @param sql after placeholders
 * @param transactional whether the step runs in a transaction
 */
export async function inspectBody(sql: string, transactional: boolean): Promise<BodyInspection> {
  const { statements, problem, placeholders } = await parseStatements(sql);
  if (problem !== null) return { statements, findings: [problem], finding: problem };
  const findings: BodyFinding[] = placeholders.map(({ name, offset }) => ({
    kind: 'placeholder',
    message: `the placeholder ${name} has no value`,
    help: `define it in .gmrc: "placeholders": {"${name}": "value"}, or "!ENV" to take it from the environment`,
    offset,
  }));
  for (const { command, where, help, offset } of await findTransactionControl(statements)) {
    if (where === 'do block' && !transactional) continue;
    const message =
      where === 'statement' ? `${command} cannot be part of a migration` : `${command} inside a DO block cannot run inside a transaction`;
    findings.push({ kind: 'transaction control', message, help, offset });
  }
  for (const { node, offset } of statements) {
    if (unescapesStrings(node)) {
      findings.push({
        kind: 'text setting',
        message: 'with standard_conforming_strings off a literal has another value by psql than by godwit',
        help: "remove it, and write E'…' where a backslash is to escape",
        offset,
      });
    }
    const encoding = clientEncoding(node);
    if (encoding === null || /^utf-?8$/i.test(encoding)) continue;
    findings.push({
      kind: 'text setting',
      message: `a revision is sent as UTF-8: with client_encoding ${encoding} the server would store other characters than those written here`,
      help: 'remove it: what is read is converted by whoever reads it',
      offset,
    });
  }
  const alone = transactional ? null : statements[1];
  if (alone) {
    const help = 'a `--! no-transaction` revision holds one statement: move the others into revisions of their own';
    findings.push({
      kind: 'several statements',
      message: `${statements.length} statements, and no transaction around them`,
      help,
      offset: alone.offset,
    });
  }
  for (const statement of transactional ? statements : []) {
    const command = outsideTransaction(statement);
    const help = 'give it a revision of its own whose first line is: --! no-transaction';
    if (command !== null)
      findings.push({
        kind: 'needs no transaction',
        message: `${command} cannot run inside a transaction`,
        help,
        offset: statement.offset,
      });
  }
  findings.sort((a, b) => a.offset - b.offset);
  return { statements, findings, finding: findings[0] ?? null };
}
