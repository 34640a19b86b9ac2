import { setImmediate } from 'node:timers/promises';
import { schemasOf } from '@godwit/migrator/statements';
import { activateRules } from './active-rules.ts';
import { type CheckedSource, checkSource, squawkFindings } from './check-source.ts';
import { applyIgnores } from './ignores/apply-ignores.ts';
import { type Ignore, readIgnores } from './ignores/read-ignores.ts';
import type { LintContext } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import type { LintSource } from './lint-source.ts';
import type { RawFinding } from './raw-finding.ts';
import { readSource } from './read-source.ts';
import { createSchema } from './schema/schema.ts';
import { squawkReports } from './squawk/squawk-reports.ts';

/** How many sources are read before what else there is to do gets its turn. */
const SOURCES_A_TURN = 8;

/**
 * Lints the sources, which come in the order in which they are applied: a revision, its way back (when that is to be linted), the next
 * revision. The findings come in the order of their places. Needs no database.
 *
 * @throws UnknownRule when the settings name one; SquawkMissing, SquawkFailed
 */
export async function lint(sources: readonly LintSource[], context: LintContext = {}): Promise<readonly LintFinding[]> {
  const { settings = {}, queries = null, backfills = [], pgSettings = {}, whole = false } = context;
  const rules = activateRules(settings);
  const linted = sources.filter(({ factsOnly }) => !factsOnly);
  const squawk = squawkReports(linted, rules);
  // It is waited for at the end; until then its failure is nobody's fault.
  squawk.catch(() => undefined);
  const searchPath = schemasOf(context.searchPath ?? 'public');
  const schema = context.history?.fork() ?? createSchema(searchPath);
  const facts = { queries, backfills, pgSettings };
  const checked: CheckedSource[] = [];
  const comments = new Map<LintSource, readonly Ignore[]>();
  for (const [index, source] of sources.entries()) {
    // The files for squawk are written, and squawk runs, while the rules do.
    if (index % SOURCES_A_TURN === 0) await setImmediate();
    const read = await readSource(source);
    // What a way back leaves is the state before its revision, and the next one comes after that.
    const own = source.role === 'revert' ? schema.fork() : schema;
    if (source.factsOnly) {
      own.followBody(read.statements);
      continue;
    }
    checked.push(checkSource(read, own, { rules, facts, searchPath }));
    comments.set(source, await readIgnores(source.text, read.statements));
  }
  const reports = await squawk;
  const found = checked.flatMap((one) => [...one.found, ...squawkFindings(one, reports.get(one.source) ?? [], rules)]);
  const kept = applyIgnores(found, { comments, settings: settings.ignore ?? [], whole, rules });
  return inOrder(kept, linted);
}

function inOrder(found: readonly (RawFinding | LintFinding)[], sources: readonly LintSource[]): readonly LintFinding[] {
  const ranks = new Map(sources.map((source, index) => [source, index]));
  const rankOf = (finding: RawFinding | LintFinding) => ('source' in finding ? (ranks.get(finding.source) ?? 0) : sources.length);
  const offsetOf = (finding: RawFinding | LintFinding) => ('source' in finding ? finding.offset : 0);
  return found
    .toSorted((a, b) => rankOf(a) - rankOf(b) || offsetOf(a) - offsetOf(b))
    .map(({ rule, severity, message, because, frame, end, locks, blocks, safe, fix }) => ({
      rule,
      severity,
      message,
      because,
      frame,
      end,
      locks,
      blocks,
      safe,
      fix,
    }));
}
