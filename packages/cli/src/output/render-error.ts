import { GodwitError, linesAround, renderCodeFrame } from '@godwit/diagnostics';
import { count, fit } from './columns.ts';
import { commandNames, inWordsOf } from './command-names.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap-text.ts';

/** A chain of causes may go in a circle. */
const DEEPEST_CAUSE = 10;

/** What a person reads of a statement before they look into the file. */
const STATEMENT_LINES = 20;
const STATEMENT_WIDTH = 200;

export interface RenderOptions {
  readonly width: number;
  readonly verbose: boolean;
  /** How the user calls `godwit`, for the commands in help texts: `pnpm migrate`. */
  readonly invocation: string;
}

/** The lines of an error for a person: what, where, because, help. Unknown errors are defects and keep their stack. */
export function renderError(error: unknown, style: Style, options: RenderOptions): string[] {
  if (!(error instanceof GodwitError)) return renderDefect(error, style);
  const lines = headline(error, style, options.width);
  if (error.frame) lines.push('', ...renderCodeFrame(error.frame, options.width).map((line) => `  ${paintFrame(line, style)}`), '');
  lines.push(...statementLines(error, style));
  for (const detail of error.details) lines.push(...indent(detail).flatMap((line) => wrapText(line, options.width)));
  const because = causes(error);
  if (because.length > 0) lines.push(...because.flatMap((cause) => wrapText(`  because: ${cause}`, options.width, 4)));
  if (error.help) lines.push(...labelled('help', inWordsOf(commandNames(options.invocation), error.help), style));
  if (options.verbose && error.stack) lines.push(style.dim(error.stack));
  return lines;
}

/** The same for machines, whose help a person reads in the end. */
export function errorAsData(error: unknown, invocation = 'godwit'): { readonly error: object } {
  if (!(error instanceof GodwitError)) return { error: { code: 'GW999', message: message(error) } };
  const { code, details, help, frame } = error;
  const place = frame && { file: frame.file, line: frame.line, column: frame.column };
  const told = help === undefined ? null : inWordsOf(commandNames(invocation), help);
  return { error: { code, message: error.message, details, help: told, place: place ?? null, because: causes(error) } };
}

function renderDefect(error: unknown, style: Style): string[] {
  const stack = error instanceof Error && error.stack ? error.stack : message(error);
  return [
    `${style.red('✖')} ${style.bold(message(error))}  ${style.dim('GW999')}`,
    style.dim(stack),
    ...labelled('help', 'this is a defect in Godwit; please report it with the lines above', style),
  ];
}

function headline({ message: what, code }: GodwitError, style: Style, width: number): string[] {
  const lines = wrapText(`${what}  ${code}`, width - 2);
  return lines.map((line, index) => {
    const last = index === lines.length - 1;
    const text = style.bold(last ? line.slice(0, -code.length - 2) : line);
    return `${index === 0 ? style.red('✖') : ' '} ${text}${last ? `  ${style.dim(code)}` : ''}`;
  });
}

/** The chain of causes below an error, outermost first, without those that only repeat what has been said. */
function causes(error: Error): string[] {
  const said = [error.message, ...(error instanceof GodwitError ? error.details : [])];
  const seen: string[] = [];
  let next = error.cause;
  for (let depth = 0; next !== undefined && next !== null && depth < DEEPEST_CAUSE; depth++) {
    const text = message(next);
    if (text !== '' && !said.some((before) => before.includes(text))) {
      said.push(text);
      seen.push(text);
    }
    next = next instanceof Error ? next.cause : undefined;
  }
  return seen;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/** The statement that the server refused, unless the code frame shows all of it. */
function statementLines(error: GodwitError, style: Style): string[] {
  if (!('statement' in error) || typeof error.statement !== 'string') return [];
  const lines = error.statement.trim().split('\n');
  if (error.frame && withoutTrailingSpace(linesAround(error.frame).lines).includes(withoutTrailingSpace(lines))) return [];
  const more = lines.length - STATEMENT_LINES;
  return [
    '  statement:',
    ...lines.slice(0, STATEMENT_LINES).map((line) => `    ${fit(line, STATEMENT_WIDTH)}`),
    ...(more > 0 ? [style.dim(`    … ${count(more, 'more line')}`)] : []),
  ];
}

function withoutTrailingSpace(lines: readonly string[]): string {
  return lines.map((line) => line.trimEnd()).join('\n');
}

function labelled(label: string, text: string, style: Style): string[] {
  const [first = '', ...rest] = text.split('\n');
  const gap = ' '.repeat(label.length + 4);
  return [`  ${style.cyan(`${label}:`)} ${first}`, ...rest.map((line) => `${gap}${line}`)];
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

/** A line of a code frame, in colour. */
export function paintFrame(line: string, style: Style): string {
  if (line.startsWith('>')) return style.bold(line);
  return line.trimEnd().endsWith('^') ? style.red(line) : style.dim(line);
}
