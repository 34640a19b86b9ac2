import type { Catalog } from '@godwit/catalog';
import { type LockClaim, type LockMode, locksOf, parseStatements } from '@godwit/migrator';
import type { Addition } from '../additions/addition.ts';
import type { DifferenceStatement } from '../difference.ts';
import { readableLists } from '../spelling/readable-lists.ts';
import { respell } from '../spelling/respell.ts';
import type { Step } from './step.ts';

export interface DescribeOptions {
  readonly steps: readonly Step[];
  readonly additions: readonly Addition[];
  /** The state in which the first statement runs. */
  readonly from: Catalog;
}

/** All statements in their order, as a person would write them, with the locks that they take on what is there already. */
export async function describeSteps({ steps, additions, from }: DescribeOptions): Promise<readonly DifferenceStatement[]> {
  const plain = (part: 'first' | 'last') =>
    additions.flatMap((addition) => addition[part].map((sql) => ({ sql, object: addition.object, losesData: false, transactional: true })));
  const last = new Map(plain('last').map((statement) => [statement.sql, statement]));
  const statements = [...plain('first'), ...steps, ...last.values()];
  const present = presentIn(from);
  return await Promise.all(statements.map((statement) => describeStatement(statement, present)));
}

/** What is there, by schema and name, with a null byte between. */
export function presentIn({ objects }: Catalog): ReadonlySet<string> {
  return new Set(Object.values(objects).flatMap(({ path }) => (path.length === 2 ? [path.join('\0')] : [])));
}

type Undescribed = Pick<Step, 'sql' | 'object' | 'losesData' | 'transactional'>;

/**
 * One statement as a person would write it.
 *
 * @param present as `presentIn` says it of the state in which the statement runs
 */
export async function describeStatement(
  { sql, object, losesData, transactional }: Undescribed,
  present: ReadonlySet<string>,
): Promise<DifferenceStatement> {
  const text = await respell(readableLists(sql));
  const { statements } = await parseStatements(text);
  const claims = statements
    .flatMap((statement) => locksOf(statement))
    .filter(({ object: { schema, name } }) => present.has(`${schema}\0${name}`));
  return {
    sql: text,
    summary: summaryOf(text),
    object,
    lock: strongest(claims),
    transactional,
    rewrites: claims.some(({ work, unless }) => work === 'rewrite' && unless === null),
    losesData,
  };
}

const STRENGTH: readonly LockMode[] = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
];

function strongest(claims: readonly LockClaim[]): LockMode | null {
  const modes = claims.map(({ mode }) => mode);
  return STRENGTH.findLast((mode) => modes.includes(mode)) ?? null;
}

/** The first line without what is inside it: `create table shelf.books`. */
function summaryOf(sql: string): string {
  const line = sql.split('\n')[0] ?? '';
  return line.replace(/ \($/, '').slice(0, 120);
}
