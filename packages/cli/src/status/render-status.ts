import type { GodwitError } from '@godwit/diagnostics';
import type { Aside } from '@godwit/history';
import type { BackfillState, Ledger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { columnsWithin, count } from '../output/columns.ts';
import { commandNames, inWordsOf } from '../output/command-names.ts';
import { header } from '../output/header.ts';
import { renderError } from '../output/render-error.ts';
import { ago, duration } from '../output/time.ts';
import type { EntryState, StatusEntry } from './list-entries.ts';

/** A title in less room says nothing. */
const LEAST_TITLE = 16;

/** Applied revisions shown without `--all`. */
const RECENT = 5;

export interface StatusReport {
  /** The database as a person names it. */
  readonly display: string;
  readonly ledger: Ledger;
  readonly entries: readonly StatusEntry[];
  readonly problems: readonly GodwitError[];
  /** Gates of revisions that are not applied, by the revision's hash. */
  readonly gates: ReadonlyMap<string, Gate>;
  /** What `amend` has opened and set aside; null when nothing is. */
  readonly aside: Aside | null;
  /** Shows every applied revision. */
  readonly all: boolean;
}

/** A backfill that a revision waits for, as long as its last run is not done. Whether a row is wrong is known when the revision runs. */
export interface Gate {
  readonly backfill: string;
  /** Null when it has never been run. */
  readonly run: BackfillState | null;
}

/** The lines of `status`, for a person. */
export function renderStatus(context: CommandContext, report: StatusReport): string[] {
  const { output, invocation } = context;
  const { display, entries, problems, ledger, all } = report;
  const applied = entries.filter((entry) => entry.applied !== null);
  const others = entries.filter((entry) => entry.applied === null);
  const hidden = all ? 0 : Math.max(0, applied.length - RECENT);
  const { dim } = output.style;
  const lines = [header(output, 'Migrations', ledger.production ? `${display} (production)` : display, counts(report))];
  if (hidden > 0) lines.push(dim(`  … ${hidden} earlier (--all shows them)`));
  lines.push(...rows(context, [...applied.slice(hidden), ...others], report.gates));
  if (entries.length === 0) lines.push(dim('  no revisions yet'));
  lines.push(...asideRows(context, report));
  for (const problem of problems) lines.push('', ...renderError(problem, output.style, { ...output, invocation }));
  const written = currentInWords(ledger, context.now());
  if (written !== null) lines.push('', dim(written));
  const next = nextStep(report);
  if (next) lines.push(`next: ${inWordsOf(commandNames(invocation), next)}`);
  return lines;
}

/** What is applied on top of the last revision; null when nothing is. */
function currentInWords({ attempt, current }: Ledger, now: Date): string | null {
  if (attempt !== null) {
    const how = attempt.complete ? '' : ', not to its end';
    return `current.sql is applied on top of the last revision, ${ago(attempt.appliedAt, now)} by ${attempt.appliedBy}${how}`;
  }
  return current === null ? null : 'current.sql is applied on top of the last revision, by graphile-migrate';
}

function counts({ entries, problems }: StatusReport): string {
  const number = (...states: readonly EntryState[]) => entries.filter(({ state }) => states.includes(state)).length;
  const [pending, ahead] = [number('pending'), number('ahead')];
  return [
    `${entries.filter(({ applied }) => applied !== null).length} applied`,
    ...(pending > 0 ? [`${pending} pending`] : []),
    ...(ahead > 0 ? [`${ahead} not on this disk`] : []),
    ...(problems.length > 0 ? [count(problems.length, 'problem')] : []),
  ].join(' · ');
}

function rows({ output, now }: CommandContext, entries: readonly StatusEntry[], gates: StatusReport['gates']): string[] {
  const { style, width } = output;
  const cells = entries.map((entry) => {
    const [digits = ''] = entry.name.split('-');
    const gate = gates.get(entry.hash);
    if (gate !== undefined) return [`  ${style.yellow('■')} ${digits}`, entry.title, gateWords(gate, style), ''];
    return [`  ${glyph(entry, style)} ${digits}`, entry.title, style.dim(stateWords(entry, now())), style.dim(took(entry))];
  });
  return columnsWithin(cells, { width, flexible: 1, least: LEAST_TITLE });
}

function gateWords({ backfill, run }: Gate, style: CommandContext['output']['style']): string {
  const far = run === null ? 'never run here' : run.state === 'running' ? `${run.percent ?? 0} %` : run.state;
  return `waits for the backfill ${backfill}  ${style.dim(far)}`;
}

function asideRows({ output }: CommandContext, { aside }: StatusReport): string[] {
  if (aside === null) return [];
  const { yellow } = output.style;
  return [
    `  ${yellow('◌')} ${aside.opened.name} is open: its SQL is current.sql`,
    ...aside.waiting.map(({ name }) => `  ${yellow('◌')} ${name} is set aside, to be put after it by commit`),
  ];
}

function glyph({ state }: StatusEntry, style: CommandContext['output']['style']): string {
  if (state === 'applied') return style.green('✔');
  if (state === 'moved') return style.cyan('↪');
  if (state === 'ahead') return style.cyan('✔');
  if (state === 'unfinished' || state === 'running') return style.yellow('◐');
  return state === 'pending' ? style.yellow('·') : style.red('✖');
}

function stateWords({ state, applied, movedTo }: StatusEntry, now: Date): string {
  const when = applied ? `applied ${ago(applied.appliedAt, now)}` : 'pending';
  const words: Readonly<Record<EntryState, string>> = {
    applied: when,
    moved: `${when}, ${movedTo?.split('-')[0]} since a merge`,
    pending: when,
    running: `${when}, a run is ${applied ? 'taking it back' : 'applying it'} right now`,
    unfinished: `${when}, began outside a transaction and never said how it ended`,
    edited: `${when}, edited since`,
    damaged: `${when}, its file is damaged`,
    ahead: `${when}, not on this disk`,
    fork: 'on another branch than the database',
  };
  return words[state];
}

/** Figures end below each other, and the columns before them stand still. */
const TOOK_WIDTH = '12.3 s'.length;

function took({ applied }: StatusEntry): string {
  const ms = applied?.details?.durationMs;
  return ms === null || ms === undefined ? '' : duration(ms).padStart(TOOK_WIDTH);
}

/** Each problem says its own next step. */
function nextStep({ problems, ledger, entries, aside, gates }: StatusReport): string | null {
  if (ledger.unfinished) return ledger.unfinished.running ? 'godwit status' : 'godwit repair';
  if (problems.length > 0) return null;
  if (aside !== null) return 'edit current.sql, then godwit commit; or godwit amend --undo';
  if (entries.length === 0) return 'write SQL to current.sql, then godwit commit -m "…"';
  const [first] = entries.filter(({ state }) => state === 'pending' || state === 'moved');
  const gate = first === undefined ? undefined : gates.get(first.hash);
  if (gate !== undefined)
    return gate.run?.state === 'running' ? `godwit backfill watch ${gate.backfill}` : `godwit backfill run ${gate.backfill}`;
  return first === undefined ? null : 'godwit upgrade';
}
