import type { HistoryProof, HistoryShadow, ShadowSource } from '@godwit/authoring';
import { extractCatalog } from '@godwit/catalog';
import type { GodwitError } from '@godwit/diagnostics';
import { type History, headOf, pathTo, type Revision } from '@godwit/history';
import { type TouchedSystems, touchedSystems } from '@godwit/verify';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { loadAuthoring } from '../session/load-authoring.ts';

/** Revisions that were taken up, down and up again. */
export interface CycleResult {
  /** `shelf`, `the whole history`. */
  readonly subject: string;
  /** `14 revisions up, down and up again`. */
  readonly summary: string;
  /** Empty when all are well. */
  readonly failures: readonly GodwitError[];
}

export interface CycleRequest {
  readonly history: History;
  readonly source: ShadowSource;
  /** At head, with the rows of the seeds in it; they are gone afterwards. */
  readonly shadow: HistoryShadow;
  readonly systems: readonly string[];
  readonly onResult: (result: CycleResult) => void;
}

/**
 * Takes every revision up, down and up again, and the whole history down to base and up: at the same time, since each has a database of its
 * own and waits for its server most of the time.
 */
export async function verifyCycles(context: CommandContext, request: CycleRequest): Promise<readonly CycleResult[]> {
  const { history, systems, shadow, onResult } = request;
  const head = headOf(history);
  if (head === null) return [];
  const path = pathTo(history, head);
  const touched = await touchedSystems(path, { systems, placeholders: shadow.execution.placeholders });
  // Neither is left alone with databases that go away.
  const [results, whole] = await Promise.allSettled([
    proveAll(context, request, path).then((proof) => {
      const each = [...groupBySystem(path, touched)].map(([subject, revisions]) => cycleOf(subject, revisions, proof));
      for (const result of each) onResult(result);
      context.output.transient('  ◐ the whole history down to base and up again …');
      return each;
    }),
    cycleWhole(context, request, path),
  ]);
  if (results.status === 'rejected') throw results.reason;
  if (whole.status === 'rejected') throw whole.reason;
  onResult(whole.value);
  return [...results.value, whole.value];
}

async function proveAll(context: CommandContext, { history, source }: CycleRequest, path: readonly Revision[]): Promise<HistoryProof> {
  const { proveHistory } = await loadAuthoring();
  let tried = 0;
  return await proveHistory({
    source,
    history,
    path,
    wanted: new Set(),
    godwitVersion: context.version,
    onProved: () => {
      tried += 1;
      context.output.transient(`  ◐ ${tried} of ${path.length} revisions up, down and up again`);
    },
    signal: context.signal,
  });
}

/** In the order in which systems come in the history; what is nobody's last. */
function groupBySystem(path: readonly Revision[], touched: ReadonlyMap<string, TouchedSystems>): ReadonlyMap<string, readonly Revision[]> {
  const groups = new Map<string, Revision[]>();
  for (const revision of path) {
    const owner = touched.get(revision.hash)?.named.join(' and ') || OTHERS;
    groups.set(owner, [...(groups.get(owner) ?? []), revision]);
  }
  const others = groups.get(OTHERS);
  groups.delete(OTHERS);
  return others === undefined ? groups : groups.set(OTHERS, others);
}

const OTHERS = 'others';

function cycleOf(subject: string, revisions: readonly Revision[], { failures, untried }: HistoryProof): CycleResult {
  const names = new Set(revisions.map(({ name }) => name));
  const own = failures.filter(({ revision }) => names.has(revision));
  const rest = untried > 0 ? `, ${count(untried, 'revision')} of the history not tried` : '';
  return { subject, summary: `${count(revisions.length, 'revision')} up, down and up again${rest}`, failures: own };
}

async function cycleWhole(
  context: CommandContext,
  { history, source, shadow }: CycleRequest,
  path: readonly Revision[],
): Promise<CycleResult> {
  const { cycleHistory, withHistoryShadow } = await loadAuthoring();
  const base = await withHistoryShadow({ source, history, target: { kind: 'base' }, seeds: false, kept: false }, ({ client }) =>
    extractCatalog(client),
  );
  const { reverted, stoppedAt, failure } = await cycleHistory(shadow, { path, base, signal: context.signal });
  const end = stoppedAt === null ? 'to base' : `to ${stoppedAt.name}, which has no way back,`;
  return {
    subject: 'the whole history',
    summary: `${count(reverted, 'revision')} down ${end} and up again`,
    failures: failure === null ? [] : [failure],
  };
}
