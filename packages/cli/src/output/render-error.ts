import { GodwitError, renderCodeFrame } from '@godwit/diagnostics';
import type { Style } from './style.ts';

export interface RenderOptions {
  readonly width: number;
  readonly verbose: boolean;
  /** How the user calls `godwit`, for the commands in help texts: `pnpm migrate`. */
  readonly invocation: string;
}

/** The lines of an error for a person: what, where, because, help. Unknown errors are defects and keep their stack. */
export function renderError(error: unknown, style: Style, options: RenderOptions): string[] {
  if (!(error instanceof GodwitError)) return renderDefect(error, style);
  const lines = [`${style.red('✖')} ${style.bold(error.message)}  ${style.dim(error.code)}`];
  if (error.frame) lines.push('', ...renderCodeFrame(error.frame, options.width).map((line) => `  ${paintFrame(line, style)}`), '');
  for (const detail of error.details) lines.push(...indent(detail));
  const because = causes(error.cause);
  if (because.length > 0) lines.push(...because.map((cause) => `  because: ${cause}`));
  if (error.help) lines.push(...labelled('help', inWordsOf(options.invocation, error.help), style));
  if (options.verbose && error.stack) lines.push(style.dim(error.stack));
  return lines;
}

/** The same for machines. */
export function errorAsData(error: unknown): object {
  if (!(error instanceof GodwitError)) return { error: { code: 'GW999', message: message(error) } };
  const { code, details, help, frame } = error;
  const place = frame && { file: frame.file, line: frame.line, column: frame.column };
  return { error: { code, message: error.message, details, help: help ?? null, place: place ?? null, because: causes(error.cause) } };
}

function renderDefect(error: unknown, style: Style): string[] {
  const stack = error instanceof Error && error.stack ? error.stack : message(error);
  return [
    `${style.red('✖')} ${style.bold(message(error))}  ${style.dim('GW999')}`,
    style.dim(stack),
    ...labelled('help', 'this is a defect in Godwit; please report it with the lines above', style),
  ];
}

/** The chain of causes, outermost first, without repeating a message. */
function causes(cause: unknown): string[] {
  const seen: string[] = [];
  for (let next = cause; next !== undefined && next !== null && seen.length < 5; next = next instanceof Error ? next.cause : undefined) {
    const text = message(next);
    if (text !== '' && !seen.includes(text)) seen.push(text);
  }
  return seen;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

function labelled(label: string, text: string, style: Style): string[] {
  const [first = '', ...rest] = text.split('\n');
  const gap = ' '.repeat(label.length + 4);
  return [`  ${style.cyan(`${label}:`)} ${first}`, ...rest.map((line) => `${gap}${line}`)];
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

function paintFrame(line: string, style: Style): string {
  if (line.startsWith('>')) return style.bold(line);
  return line.trimEnd().endsWith('^') ? style.red(line) : style.dim(line);
}

/** `godwit upgrade` in a help text becomes what the user types here; `godwit.setting` and the like stay. */
function inWordsOf(invocation: string, help: string): string {
  return help.replaceAll(/\bgodwit (?=[a-z])/g, `${invocation} `);
}
