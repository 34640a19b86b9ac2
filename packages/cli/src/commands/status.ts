import type { GodwitError } from '@godwit/diagnostics';
import { type History, readAside } from '@godwit/history';
import { type BackfillState, gatesOf, type Ledger, readBackfillStates, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { errorAsData } from '../output/render-error.ts';
import { appliedErrors } from '../session/applied-errors.ts';
import { forkOf } from '../session/fork-of.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { listEntries } from '../status/list-entries.ts';
import { type Gate, renderStatus, type StatusReport } from '../status/render-status.ts';

/** Prints what is applied, what is pending and what is wrong. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const history = await openHistory(context);
  return withSession<ExitCode>(context, input, async ({ database, client }) => {
    const ledger = await readLedger(client);
    const report: StatusReport = {
      display: database.display,
      ledger,
      entries: listEntries(history, ledger),
      problems: problemsOf(history, ledger),
      gates: closedGates(history, ledger, await readBackfillStates(client, ledger)),
      aside: await readAside(history.folder),
      all: input.options.all === true,
    };
    const { output } = context;
    if (output.json) output.value(asData(report, context.invocation));
    else for (const line of renderStatus(context, report)) output.line(line);
    const pending = report.entries.some(({ state }) => state === 'pending' || state === 'moved');
    return pending || report.problems.length > 0 || ledger.unfinished || report.aside !== null ? 2 : 0;
  });
}

/** The first backfill that a revision waits for and that is not done. */
function closedGates(history: History, ledger: Ledger, states: ReadonlyMap<string, BackfillState>): ReadonlyMap<string, Gate> {
  const applied = new Set(ledger.applied.map(({ hash }) => hash));
  const waiting = history.revisions.filter(({ hash }) => !applied.has(hash));
  return new Map(
    waiting.flatMap(({ hash, body }) => {
      const backfill = gatesOf(body).find((name) => states.get(name)?.state !== 'done');
      return backfill === undefined ? [] : [[hash, { backfill, run: states.get(backfill) ?? null }] as const];
    }),
  );
}

function problemsOf(history: History, ledger: Ledger): readonly GodwitError[] {
  const applied = appliedErrors(history, ledger);
  const fork = applied.length === 0 ? forkOf(history) : null;
  return [...history.problems, ...applied, ...(fork ? [fork] : [])];
}

function asData({ display, ledger, entries, problems, aside, gates }: StatusReport, invocation: string): object {
  return {
    database: display,
    production: ledger.production,
    revisions: entries.map(({ state, name, hash, title, applied, movedTo }) => ({
      name,
      hash,
      title,
      state,
      ...(movedTo === null ? {} : { movedTo }),
      ...(gates.has(hash) ? { waitsFor: gates.get(hash)?.backfill } : {}),
      appliedAt: applied?.appliedAt ?? null,
      durationMs: roundedMs(applied?.details?.durationMs ?? null),
    })),
    unfinished: ledger.unfinished,
    current: ledger.current !== null,
    open: aside && { opened: aside.opened.name, aside: aside.waiting.map(({ name }) => name) },
    attempt: ledger.attempt && {
      appliedAt: ledger.attempt.appliedAt,
      appliedBy: ledger.attempt.appliedBy,
      complete: ledger.attempt.complete,
      undo: ledger.attempt.undoSource,
    },
    problems: problems.map((problem) => errorAsData(problem, invocation).error),
  };
}

function roundedMs(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 10) / 10;
}
