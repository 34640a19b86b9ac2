import type { Progress } from '@godwit/backfill';
import type { CommandContext } from '../context.ts';
import { count, flow } from '../output/columns.ts';
import type { Style } from '../output/style.ts';
import { ago, duration } from '../output/time.ts';
import { amount } from './amount.ts';
import { leftInWords, type Pace } from './pace.ts';

const BAR = 20;

/** The share that is done, at most 99 until the run says that it is done; null while nobody knows how many rows there are. */
export function percentDone({ state, phase, rowsSeen, estimatedRows }: Progress): number | null {
  if (state === 'done') return 100;
  if (phase !== 'lanes') return 99;
  return estimatedRows <= 0 ? null : Math.min(99, Math.floor((100 * rowsSeen) / estimatedRows));
}

/** `━━━━━━━━━━━━────────`. */
export function bar(percent: number | null, style: Style): string {
  const full = Math.round(((percent ?? 0) / 100) * BAR);
  return style.green('━'.repeat(full)) + style.dim('─'.repeat(BAR - full));
}

/** How far a run is, in parts: `61 %`, `1.2 M of 2.0 M rows`, `84 k rows/s`, `9–12 min left`, `4 workers`. */
export function progressParts(progress: Progress, pace: Pace): string[] {
  const { state, phase, rowsSeen, estimatedRows, workers } = progress;
  const percent = percentDone(progress);
  const rows = estimatedRows > rowsSeen ? `${amount(rowsSeen)} of ${amount(estimatedRows)} rows` : `${amount(rowsSeen)} rows`;
  if (state === 'running' && phase !== 'lanes') return [PHASES[phase], rows];
  return [
    ...(percent === null ? [] : [`${percent} %`]),
    rows,
    ...(pace.rate === null || pace.rate < 1 ? [] : [`${amount(pace.rate)} rows/s`]),
    leftInWords(pace),
    ...(state === 'running' ? [workers === 0 ? 'nobody is at it' : count(workers, 'worker')] : []),
  ].filter((part) => part !== '');
}

const PHASES = { sweep: 'does what remains', verify: 'verifies' } as const;

/** What slows or holds a run, and what cannot be read; empty when nothing does. */
export function slowedInWords({ health, state }: Progress): string[] {
  if (health === null || state !== 'running') return [];
  const slowing = health.readings.filter(({ level }) => level > 0);
  const verb = slowing.some(({ level }) => level >= 1) ? 'held' : 'slowed';
  const known = slowing
    .filter(({ value }) => value !== null)
    .map(({ name, value, stop, unit }) => `${name} ${short(value)}${gap(unit)} of ${short(stop)}${gap(unit)}`);
  const unknown = slowing.filter(({ value }) => value === null).map(({ name, problem }) => `${name} unknown: ${problem}`);
  return [...(known.length === 0 ? [] : [`${verb}: ${known.join(', ')}`]), ...unknown];
}

function short(value: number | null): string {
  return value === null ? '?' : String(Math.round(value * 10) / 10);
}

function gap(unit: string): string {
  return unit === '' ? '' : ` ${unit}`;
}

/** The lines of one run in a list. */
export function runLines(context: CommandContext, progress: Progress, pace: Pace = { rate: null, left: null }): string[] {
  const { output, now } = context;
  const { style, width } = output;
  const { name, state, reason, dead, rowsSeen, startedAt, endedAt, changedAt } = progress;
  const head = `  ${GLYPHS[state](style)} ${name}`;
  const ended =
    endedAt === null
      ? []
      : [`${state} ${ago(endedAt, now())}`, `${amount(rowsSeen)} rows`, duration(endedAt.getTime() - startedAt.getTime())];
  const parts =
    endedAt === null ? [...(state === 'paused' ? [`paused ${ago(changedAt, now())}`] : []), ...progressParts(progress, pace)] : ended;
  const deadWords = dead === 0 ? [] : [style.red(count(dead, 'dead row'))];
  const details = [...(reason === null ? [] : [reason]), ...slowedInWords(progress)];
  return [...flow([head, ...parts, ...deadWords], width, 4), ...details.map((line) => `      ${style.dim(line)}`)];
}

const GLYPHS: Readonly<Record<Progress['state'], (style: Style) => string>> = {
  running: ({ yellow }) => yellow('◐'),
  paused: ({ yellow }) => yellow('■'),
  cancelled: ({ dim }) => dim('✖'),
  done: ({ green }) => green('✔'),
};

/** After dead rows: look at them; after anything else, mend it and go on. */
export function nextAfterPause({ name, dead }: Progress, invocation: string): string {
  return dead > 0 ? `${invocation} dead ${name}` : `${invocation} run ${name}`;
}
