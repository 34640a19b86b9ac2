import { type BodyFinding, inspectBody, loadSqlParser, parseStatements } from '@godwit/migrator/statements';
import type { LintSource } from './lint-source.ts';
import { lintStatements } from './lint-statement.ts';
import type { LintedRevision } from './rule.ts';

/** A source taken apart. */
export interface ReadSource extends LintedRevision {
  readonly source: LintSource;
  /** What would keep it from being run. */
  readonly findings: readonly BodyFinding[];
}

export async function readSource(source: LintSource): Promise<ReadSource> {
  const { text, transactional, role, revision = null, factsOnly } = source;
  const { statements, findings } = factsOnly ? { ...(await parseStatements(text)), findings: [] } : await inspectBody(text, transactional);
  const parser = await loadSqlParser();
  return { source, findings, statements: lintStatements(parser, text, statements), name: revision, role, transactional };
}
