import { type BodyFinding, inspectBody, loadSqlParser, parseStatements } from '@godwit/migrator/statements';
import type { LintSource } from './lint-source.ts';
import { type LintStatement, lintStatements } from './lint-statement.ts';
import type { LintedRevision } from './rule.ts';

/** A source taken apart. */
export interface ReadSource {
  readonly source: LintSource;
  readonly statements: readonly LintStatement[];
  /** What would keep it from being run. */
  readonly findings: readonly BodyFinding[];
}

/** The sources of one revision, in one direction. */
export interface ReadRevision extends LintedRevision {
  readonly sources: readonly ReadSource[];
  readonly factsOnly: boolean;
}

/** Takes the sources apart; those that follow each other and are of one revision and direction belong together. */
export async function readRevisions(sources: readonly LintSource[]): Promise<readonly ReadRevision[]> {
  const revisions: ReadRevision[] = [];
  let group: LintSource[] = [];
  for (const [index, source] of sources.entries()) {
    group.push(source);
    const next = sources[index + 1];
    if (next !== undefined && keyOf(next) === keyOf(source)) continue;
    revisions.push(await readRevision(group, source));
    group = [];
  }
  return revisions;
}

async function readRevision(sources: readonly LintSource[], last: LintSource): Promise<ReadRevision> {
  const parser = await loadSqlParser();
  const read: ReadSource[] = [];
  let count = 0;
  for (const source of sources) {
    const { text, transactional, factsOnly } = source;
    const { statements, findings } = factsOnly
      ? { ...(await parseStatements(text)), findings: [] }
      : await inspectBody(text, transactional);
    read.push({ source, statements: lintStatements(parser, text, statements, count), findings });
    count += statements.length;
  }
  const { role, transactional, factsOnly = false } = last;
  return {
    sources: read,
    statements: read.flatMap(({ statements }) => statements),
    name: revisionOf(last),
    role,
    transactional,
    factsOnly,
  };
}

function keyOf(source: LintSource): string {
  return JSON.stringify([revisionOf(source), source.role, source.factsOnly ?? false]);
}

function revisionOf({ revision, path }: LintSource): string {
  return revision ?? path;
}
