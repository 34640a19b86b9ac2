import type { GodwitError } from '@godwit/diagnostics';
import type { History, Revision } from '@godwit/history';
import { type AppliedRevision, type Ledger, nameOfApplied, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { columns, count, fit } from '../output/columns.ts';
import { header } from '../output/header.ts';
import { errorAsData, renderError } from '../output/render-error.ts';
import { ago, duration } from '../output/time.ts';
import { appliedErrors } from '../session/applied-errors.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { revisionTitle } from '../session/revision-names.ts';

/** Applied revisions shown without `--all`. */
const RECENT = 5;

/** One revision in the list: on disk, in the ledger, or both. */
interface Entry {
  readonly state: 'applied' | 'pending' | 'ahead' | 'fork';
  readonly name: string;
  readonly title: string;
  readonly applied: AppliedRevision | null;
}

/** Prints what is applied, what is pending and what is wrong. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const history = await openHistory(context);
  return withSession<ExitCode>(context, input, async ({ database, client }) => {
    const ledger = await readLedger(client);
    const entries = listEntries(history, ledger);
    const problems = [...history.problems, ...appliedErrors(history, ledger)];
    const pending = entries.filter(({ state }) => state === 'pending').length;
    const { output } = context;
    if (output.json) output.value(asData(database.display, ledger, entries, problems));
    else {
      const lines = render(context, { display: database.display, ledger, entries, problems, all: input.options.all === true });
      for (const line of lines) output.line(line);
    }
    return pending > 0 || problems.length > 0 || history.heads.length > 1 || ledger.unfinished ? 2 : 0;
  });
}

function listEntries(history: History, ledger: Ledger): Entry[] {
  const applied = new Map(ledger.applied.map((row) => [row.hash, row]));
  const onDisk = new Set(history.revisions.map(({ hash }) => hash));
  const numbers = new Set(ledger.applied.map(({ ledgerName }) => ledgerName));
  const ahead = ledger.applied
    .filter(({ hash }) => !onDisk.has(hash))
    .map((row): Entry => ({ state: 'ahead', name: nameOfApplied(row), title: row.details?.message ?? '', applied: row }));
  const disk = history.revisions.map((revision): Entry => {
    const row = applied.get(revision.hash) ?? null;
    return { state: stateOf(revision, row, numbers), name: revision.name, title: revisionTitle(revision), applied: row };
  });
  return [...disk.filter(({ state }) => state === 'applied'), ...ahead, ...disk.filter(({ state }) => state !== 'applied')];
}

function stateOf(revision: Revision, row: AppliedRevision | null, appliedNames: ReadonlySet<string>): Entry['state'] {
  if (row) return 'applied';
  return appliedNames.has(revision.ledgerName) ? 'fork' : 'pending';
}

interface Report {
  readonly display: string;
  readonly ledger: Ledger;
  readonly entries: readonly Entry[];
  readonly problems: readonly GodwitError[];
  readonly all: boolean;
}

function render(context: CommandContext, report: Report): string[] {
  const { output } = context;
  const { entries, problems, ledger } = report;
  const applied = entries.filter(({ applied: row }) => row !== null);
  const others = entries.filter(({ applied: row }) => row === null);
  const hidden = report.all ? 0 : Math.max(0, applied.length - RECENT);
  const shown = [...applied.slice(hidden), ...others];
  const pending = others.filter(({ state }) => state === 'pending').length;
  const counts = [
    `${applied.length} applied`,
    ...(pending > 0 ? [`${pending} pending`] : []),
    ...(problems.length > 0 ? [count(problems.length, 'problem')] : []),
  ];
  const lines = [header(output, 'Migrations', report.display, counts.join(' · '))];
  if (hidden > 0) lines.push(output.style.dim(`  … ${hidden} earlier (--all shows them)`));
  lines.push(...rows(context, shown));
  if (entries.length === 0) lines.push(output.style.dim('  no revisions yet'));
  for (const problem of problems) lines.push('', ...renderError(problem, output.style, { ...output, invocation: context.invocation }));
  if (ledger.unfinished)
    lines.push('', `${output.style.yellow('◐')} ${ledger.unfinished.name} began outside a transaction and never said how it ended`);
  if (ledger.current) lines.push('', `${output.style.dim('current.sql is applied on top of the last revision')}`);
  const next = nextStep(context.invocation, report, pending);
  if (next) lines.push(`next: ${next}`);
  return lines;
}

function rows(context: CommandContext, entries: readonly Entry[]): string[] {
  const { style, width } = context.output;
  const titleWidth = Math.max(16, width - 42);
  return columns(
    entries.map((entry) => {
      const [digits = ''] = entry.name.split('-');
      return [
        `  ${glyph(entry, style)} ${digits}`,
        fit(entry.title, titleWidth),
        style.dim(stateWords(entry, context.now())),
        style.dim(took(entry)),
      ];
    }),
  );
}

function glyph(entry: Entry, style: CommandContext['output']['style']): string {
  if (entry.state === 'applied') return style.green('✔');
  if (entry.state === 'ahead') return style.cyan('✔');
  return entry.state === 'fork' ? style.red('✖') : style.yellow('·');
}

function stateWords(entry: Entry, now: Date): string {
  if (entry.state === 'pending') return 'pending';
  if (entry.state === 'fork') return 'another revision has its number in the database';
  const when = entry.applied ? `applied ${ago(entry.applied.appliedAt, now)}` : '';
  return entry.state === 'ahead' ? `${when}, not on this disk` : when;
}

function took(entry: Entry): string {
  const ms = entry.applied?.details?.durationMs;
  return ms === null || ms === undefined ? '' : duration(ms);
}

function nextStep(invocation: string, report: Report, pending: number): string | null {
  if (report.problems.length > 0) return null;
  if (report.ledger.unfinished) return `${invocation} repair`;
  return pending > 0 ? `${invocation} upgrade` : null;
}

function asData(database: string, ledger: Ledger, entries: readonly Entry[], problems: readonly GodwitError[]): object {
  return {
    database,
    production: ledger.production,
    revisions: entries.map(({ state, name, title, applied }) => ({
      name,
      title,
      state,
      appliedAt: applied?.appliedAt ?? null,
      durationMs: applied?.details?.durationMs ?? null,
    })),
    unfinished: ledger.unfinished,
    current: ledger.current !== null,
    problems: problems.map(errorAsData),
  };
}
