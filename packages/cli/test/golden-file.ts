import type { RevisionText } from './revision-files.ts';

/** A transcript: what is there, then commands with what they print. See `test/golden/*.txt`. */
export interface GoldenCase {
  /** Content by relative path. */
  readonly files: Readonly<Record<string, string>>;
  readonly revisions: readonly RevisionText[];
  /** Width of the terminal; null for pipes. */
  readonly columns: number | null;
  /** What the server must be: a section `-- real server --` says that the embedded one cannot play this. */
  readonly realServer: boolean;
  /** False for a transcript without a database. */
  readonly database: boolean;
  /** False with the section `-- empty folder --`. */
  readonly migrations: boolean;
  readonly commands: readonly GoldenCommand[];
  /** Everything before the transcript, as it stands. */
  readonly preamble: string;
}

export interface GoldenCommand {
  /** What follows `$ `. */
  readonly line: string;
  /** What it prints, then `[exit N]` unless N is 0. */
  readonly expected: string;
}

interface Section {
  readonly kind: string;
  /** What follows the kind in its heading. */
  readonly rest: string;
  readonly content: string;
}

const TRANSCRIPT = '-- transcript --\n';

/**
 * Parses a golden. Its sections: `-- terminal COLUMNS --`, `-- real server --`, `-- no database --`, `-- empty folder --`, `-- file PATH --`,
 * `-- revision MESSAGE --`, `-- branch NUMBER MESSAGE --` (a revision after that number), `-- revert --` and `-- irreversible REASON --`
 * (of the revision above), and last `-- transcript --`.
 */
export function parseGolden(text: string): GoldenCase {
  const start = text.indexOf(TRANSCRIPT) + TRANSCRIPT.length;
  const preamble = text.slice(0, start);
  const sections = sectionsOf(preamble);
  const has = (kind: string, rest = '') => sections.some((section) => section.kind === kind && section.rest === rest);
  const terminal = sections.find(({ kind }) => kind === 'terminal');
  return {
    files: Object.fromEntries(sections.filter(({ kind }) => kind === 'file').map(({ rest, content }) => [rest, content])),
    revisions: revisionsOf(sections),
    columns: terminal === undefined ? null : Number(terminal.rest),
    realServer: has('real', 'server'),
    database: !has('no', 'database'),
    migrations: !has('empty', 'folder'),
    commands: commandsOf(text.slice(start)),
    preamble,
  };
}

/** The golden with what the commands printed this time. */
export function renderGolden(golden: GoldenCase, printed: readonly string[]): string {
  return golden.preamble + golden.commands.map(({ line }, index) => `$ ${line}\n${printed[index] ?? ''}`).join('');
}

function sectionsOf(preamble: string): Section[] {
  return preamble
    .split(/^-- (?=.+ --$)/m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf(' --\n');
      const [kind = '', ...rest] = part.slice(0, end).split(' ');
      return { kind, rest: rest.join(' '), content: part.slice(end + ' --\n'.length) };
    });
}

function revisionsOf(sections: readonly Section[]): RevisionText[] {
  return sections.flatMap(({ kind, rest, content }, index): RevisionText[] => {
    if (kind !== 'revision' && kind !== 'branch') return [];
    const [after = '', ...words] = kind === 'branch' ? rest.split(' ') : ['', rest];
    const way = sections[index + 1];
    return [
      {
        message: words.join(' '),
        body: content,
        ...(after === '' ? {} : { after: Number(after) }),
        ...(way?.kind === 'revert' ? { revert: way.content } : {}),
        ...(way?.kind === 'irreversible' ? { revert: { irreversible: way.rest } } : {}),
      },
    ];
  });
}

function commandsOf(transcript: string): GoldenCommand[] {
  return transcript
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { line: part.slice(0, end), expected: part.slice(end + 1) };
    });
}
