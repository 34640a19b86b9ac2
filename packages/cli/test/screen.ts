import type { Streams } from '../src/output/output.ts';

/** What a command wrote: each stream by itself, and both as somebody in front of it sees them. */
export interface Screen {
  readonly streams: Streams;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** In the order of writing. On a terminal what was overwritten is gone; in pipes lines of stderr begin with `2> `. */
  readonly seen: () => string;
}

const ERASE_LINE = '\r\u001b[2K';

/** @param columns width of the terminal; null for pipes */
export function createScreen(columns: number | null): Screen {
  const written = { stdout: '', stderr: '' };
  let seen = '';
  const stream = (name: keyof typeof written) => ({
    isTTY: columns !== null,
    columns: columns ?? undefined,
    write: (text: string) => {
      written[name] += text;
      seen += columns === null && name === 'stderr' ? text.replaceAll(/^(?=[^\n]|\n.)/gm, '2> ') : text;
    },
  });
  return {
    streams: { stdout: stream('stdout'), stderr: stream('stderr') },
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    seen: () => seen.split(ERASE_LINE).reduce((before, after) => before.slice(0, before.lastIndexOf('\n') + 1) + after),
  };
}
