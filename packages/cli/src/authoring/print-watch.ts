import type { WatchEvent, WatchObserver } from '@godwit/authoring';
import type { Loss } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { count, visibleLength } from '../output/columns.ts';
import type { Output } from '../output/output.ts';
import { reportError } from '../output/report-error.ts';
import { duration } from '../output/time.ts';
import { watchEventAsData } from './watch-event-as-data.ts';

/** Tells a watch as it goes on. */
export interface WatchPrinter {
  readonly observe: WatchObserver;
  /** The last line, when it has ended. */
  readonly finish: () => void;
}

/** Relations that are named in the line of a save. */
const NAMED = 4;

/** Findings and queries that are listed. */
const LISTED = 8;

/** A line a save, what is wrong below it, what goes on at the moment on the terminal's last line; with `--json` each event on a line. */
export function printWatch(context: CommandContext): WatchPrinter {
  const { output, invocation } = context;
  if (output.json) return { observe: (event) => output.value(watchEventAsData(event)), finish: () => undefined };
  let isApplied = false;
  const tell = createWarner(output);
  return {
    observe: (event) => {
      if (event.kind === 'applied') isApplied = !event.isForeign;
      if (event.kind === 'takenBack' || event.kind === 'blank') isApplied = false;
      if (event.kind === 'failed') tellFailure(context, event);
      else printEvent(output, tell, event);
    },
    finish: () => {
      output.transient('');
      if (isApplied) output.line(`current.sql stays applied; to take it back: ${invocation} watch --undo`);
    },
  };
}

type Told = Exclude<WatchEvent, { kind: 'failed' }>;

function printEvent(output: Output, warn: Warn, event: Told): void {
  const { style } = output;
  switch (event.kind) {
    case 'watching':
      output.transient(`  ◌ on top of ${event.revision}`);
      break;
    case 'applied': {
      const head = `  ${style.green('✔')} applied  ${style.dim(duration(event.ms))}`;
      output.line(`${head}${touched(event.touched, output.width - visibleLength(head))}`);
      if (event.isForeign) output.note("    run over graphile-migrate's, which knows no way back");
      for (const line of event.disposed.map(describeDisposed)) output.note(`    ${line}`);
      break;
    }
    case 'unchanged':
      output.line(`  ${style.dim('·')} unchanged`);
      break;
    case 'blank':
      output.line(`  ${style.dim('·')} current.sql is blank`);
      break;
    case 'takenBack':
      output.line(
        event.forgotten
          ? `  ${style.yellow('↶')} forgotten: what graphile-migrate has applied stays, since it has no way back`
          : `  ${style.yellow('↶')} taken back  ${style.dim(duration(event.ms))}`,
      );
      break;
    case 'findingWayBack':
      output.transient('  ◐ finding the way back …');
      break;
    case 'wayBack':
      output.transient('');
      if (event.unmodelled !== null) warn('watch does not know how to take this back: write it to revert.sql', event.unmodelled);
      break;
    case 'findings':
      warn(
        count(event.findings.length, 'finding'),
        event.findings.map(({ frame, rule, message }) => `${frame.file}:${frame.line}:${frame.column}  ${rule}  ${message}`),
      );
      break;
    case 'queries':
      warn(
        `${count(event.broken.length, 'query', 'queries')} of the application no longer ${event.broken.length === 1 ? 'fits' : 'fit'}`,
        event.broken.map(({ file, line, name, reason }) => `${file}:${line}  ${name === null ? '' : `${name}  `}${reason}`),
      );
      break;
    case 'worn':
      warn(
        'a table takes 1,600 columns in its life, and dropped ones count',
        event.tables.map(({ schema, name, used }) => `${schema}.${name} has used ${used}: make it anew (reset, or dump and load)`),
      );
      break;
    case 'notChecked':
      warn(`not looked at: ${event.reason}`, []);
      break;
    case 'generating':
      output.transient('  ◐ writing what is made from the schema …');
      break;
    case 'generated':
      output.transient('');
      if (event.failed !== null) warn('the command generate failed', event.failed);
      break;
    case 'serverGone':
      output.note(`  ${output.errorStyle.yellow('…')} the server is gone: ${event.reason}; waits for it`);
      break;
    case 'serverBack':
      output.note(`  ${output.errorStyle.green('✔')} the server is back after ${duration(event.waitedMs)}`);
      break;
  }
}

function tellFailure({ output, invocation }: CommandContext, { ms, error }: Extract<WatchEvent, { kind: 'failed' }>): void {
  const place = error.frame === undefined ? '' : `  ${error.frame.file}:${error.frame.line}:${error.frame.column}`;
  output.line(`  ${output.style.red('✖')} not applied  ${output.style.dim(duration(ms))}${place}`);
  reportError(output, error, invocation);
}

/** As many names as there is room for. */
function touched(names: readonly (string | null)[], room: number): string {
  const known = names.filter((name) => name !== null);
  const code = names.includes(null) ? ['whatever its code does'] : [];
  for (let shown = Math.min(known.length, NAMED); shown >= 0; shown--) {
    const more = known.length > shown ? [shown === 0 ? count(known.length, 'object') : `${known.length - shown} more`] : [];
    const all = [...known.slice(0, shown), ...more, ...code];
    const text = all.length === 0 ? '' : `  ${all.join(', ')}`;
    if (text.length <= room || shown === 0) return text;
  }
  return '';
}

function describeDisposed({ kind, count: number, exact, object }: Loss): string {
  const noun = kind === 'rows' ? 'row' : 'value';
  const many = number === null ? `an unknown number of ${noun}s` : `${exact ? '' : 'about '}${count(number, noun)}`;
  return `${many} of ${object} went with the version before: what is in what current.sql makes is disposable`;
}

type Warn = (headline: string, lines: readonly string[]) => void;

/** What was said after the save before is not said again; it is, when something else was said about the same meanwhile. */
function createWarner(output: Output): Warn {
  const said = new Map<string, string>();
  return (headline, lines) => {
    const subject = headline.replace(/^\d[\d,]* /, '');
    const text = [headline, ...lines].join('\n');
    if (said.get(subject) === text) return;
    said.set(subject, text);
    output.note(`  ${output.errorStyle.yellow('!')} ${headline}`);
    for (const line of lines.slice(0, LISTED)) output.note(`      ${line}`);
    if (lines.length > LISTED) output.note(output.errorStyle.dim(`      … ${count(lines.length - LISTED, 'more line')}`));
  };
}
