/** A transcript: files to lay out, then commands with what they print. See `test/golden/*.txt`. */
export interface GoldenCase {
  /** Relative path and content; a revision or revert has no headers yet. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly revisions: readonly { readonly message: string; readonly body: string; readonly revert: string | null }[];
  readonly commands: readonly GoldenCommand[];
  /** Everything before the transcript, as it stands. */
  readonly preamble: string;
}

export interface GoldenCommand {
  /** What follows `$ `. */
  readonly line: string;
  /** What it prints, stdout and stderr together, then `[exit N]` unless N is 0. */
  readonly expected: string;
}

const SECTION = /^-- (.+) --$/;

/** Parses a golden: sections `-- file PATH --`, `-- revision MESSAGE --`, `-- revert --` (of the revision above) and last `-- transcript --`. */
export function parseGolden(text: string): GoldenCase {
  const files: GoldenCase['files'][number][] = [];
  const revisions: { message: string; body: string; revert: string | null }[] = [];
  const start = text.indexOf('-- transcript --\n') + '-- transcript --\n'.length;
  for (const { title, content } of sections(text.slice(0, start))) {
    const [kind = '', ...rest] = title.split(' ');
    const last = revisions.at(-1);
    if (kind === 'file') files.push({ path: rest.join(' '), content });
    else if (kind === 'revision') revisions.push({ message: rest.join(' '), body: content, revert: null });
    else if (kind === 'revert' && last) last.revert = content;
  }
  return { files, revisions, commands: commands(text.slice(start)), preamble: text.slice(0, start) };
}

/** The golden with what the commands printed this time. */
export function renderGolden(golden: GoldenCase, printed: readonly string[]): string {
  return golden.preamble + golden.commands.map(({ line }, index) => `$ ${line}\n${printed[index] ?? ''}`).join('');
}

function sections(text: string): { title: string; content: string }[] {
  const found: { title: string; content: string }[] = [];
  for (const line of text.split('\n')) {
    const title = SECTION.exec(line)?.[1];
    const last = found.at(-1);
    if (title !== undefined) found.push({ title, content: '' });
    else if (last) last.content += `${line}\n`;
  }
  return found;
}

function commands(transcript: string): GoldenCommand[] {
  return transcript
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { line: part.slice(0, end), expected: part.slice(end + 1) };
    });
}
