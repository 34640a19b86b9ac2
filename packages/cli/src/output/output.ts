import { createStyle, type Style, wantsColour } from './style.ts';

/** Where a command prints: data to stdout, everything about the work to stderr when stdout carries data. */
export interface Output {
  readonly style: Style;
  /** Styling for stderr, which may be a terminal when stdout is not. */
  readonly errorStyle: Style;
  /** True when stdout is a terminal. */
  readonly terminal: boolean;
  /** Columns of the terminal; without one nothing is cut. */
  readonly width: number;
  /** `--json`: stdout carries JSON only. */
  readonly json: boolean;
  readonly verbose: boolean;
  /** A line for people or pipes on stdout. */
  line(text?: string): void;
  /** A line on stderr. */
  note(text: string): void;
  /** A value on stdout, as one line of JSON. */
  value(data: unknown): void;
  /** Text as it is, on stdout. */
  raw(text: string): void;
  /** Overwrites the last line of a terminal; nothing elsewhere. An empty text clears it. */
  transient(text: string): void;
}

/** The two streams of a process, as far as an output needs them. */
export interface Streams {
  readonly stdout: WritableTerminal;
  readonly stderr: WritableTerminal;
}

interface WritableTerminal {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Of a terminal that does not say how wide it is. */
const TERMINAL_WIDTH = 80;

export function createOutput(options: {
  readonly streams: Streams;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  readonly verbose: boolean;
}): Output {
  const { stdout, stderr } = options.streams;
  const terminal = stdout.isTTY === true;
  // COLUMNS is for terminals that say nothing or something else; a pipe is never cut.
  const columnsOf = (stream: WritableTerminal) => Number(options.environment.COLUMNS) || stream.columns || TERMINAL_WIDTH;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    style: createStyle(wantsColour(options.environment, terminal)),
    errorStyle: createStyle(wantsColour(options.environment, stderr.isTTY === true)),
    terminal,
    width: terminal ? columnsOf(stdout) : Number.POSITIVE_INFINITY,
    json: options.json,
    verbose: options.verbose,
    line(text = '') {
      clear();
      stdout.write(`${text}\n`);
    },
    note(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    value(data) {
      clear();
      stdout.write(`${JSON.stringify(data)}\n`);
    },
    raw(text) {
      clear();
      stdout.write(text);
    },
    transient(text) {
      if (stderr.isTTY !== true || options.json) return;
      clear();
      if (text === '') return;
      stderr.write(text.slice(0, columnsOf(stderr) - 1));
      shown = true;
    },
  };
}
