import { type CodeFrame, frameAt, GodwitError } from '@godwit/diagnostics';
import { HistoryFinding } from './finding.ts';

const RESTORE = (path: string) => `git checkout -- '${path}'`;

/** A header stands twice, so that nobody can say which of them counts. */
export class DuplicateHeader extends GodwitError {
  readonly path: string;
  readonly header: string;

  constructor(options: { readonly path: string; readonly header: string; readonly text: string; readonly line: number }) {
    super({
      code: 'GW006',
      message: `${options.path} has the header ${options.header} twice`,
      help: `${RESTORE(options.path)}\nor delete the one that is wrong`,
      frame: { file: options.path, text: options.text, line: options.line, column: 1 },
    });
    this.path = options.path;
    this.header = options.header;
  }
}

/** A committed file without `Previous` or `Hash`, or a revert without `Reverts` or `Hash`. */
export class MissingHeader extends GodwitError {
  readonly path: string;
  readonly headers: readonly string[];

  constructor(options: { readonly path: string; readonly headers: readonly string[]; readonly help?: string }) {
    super({
      code: 'GW007',
      message: `${options.path} lacks the header ${options.headers.map((name) => `"--! ${name}:"`).join(' and ')}`,
      details: ['Headers are the first lines of the file, each "--! Name: value", with a blank line after the last'],
      help:
        options.help ??
        `a file that was committed before: ${RESTORE(options.path)}\nSQL that was never committed: move it to current.sql, then godwit commit`,
    });
    this.path = options.path;
    this.headers = options.headers;
  }
}

/** No blank line between the headers and the SQL. */
export class MissingBlankLine extends GodwitError {
  readonly path: string;

  constructor(options: { readonly path: string; readonly text: string; readonly line: number }) {
    super({
      code: 'GW008',
      message: `${options.path} has no blank line after its headers`,
      help: `${RESTORE(options.path)}\nor put an empty line before line ${options.line}`,
      frame: frame(options.path, options.text, options.line),
    });
    this.path = options.path;
  }
}

/** Nothing stands after the headers, or nothing was given to commit. */
export class EmptyBody extends GodwitError {
  /** Null for a revision that is yet to be written. */
  readonly path: string | null;

  constructor(path: string | null) {
    super({
      code: 'GW009',
      message: `${path ?? 'The revision'} has no SQL`,
      help: `${path === null ? '' : `${RESTORE(path)}\n`}A revision that does nothing needs at least a comment that says why`,
    });
    this.path = path;
  }
}

/** A message that cannot stand in a header: too long, or with a line break or another control character. */
export class InvalidMessage extends GodwitError {
  readonly path: string | null;
  readonly length: number;

  constructor(options: { readonly path: string | null; readonly reason: 'too long' | 'control character'; readonly length: number }) {
    const where = options.path === null ? 'The message' : `The message of ${options.path}`;
    super({
      code: 'GW010',
      message:
        options.reason === 'too long'
          ? `${where} has ${options.length} characters, 512 are allowed`
          : `${where} has a line break or another control character`,
      help: 'Keep the first sentence as the message and write the rest as a comment into the SQL',
    });
    this.path = options.path;
    this.length = options.length;
  }
}

/** A header that would not be read back as it was written. */
export class InvalidHeader extends GodwitError {
  readonly header: string;

  constructor(header: string, reason: string) {
    super({
      code: 'GW011',
      message: `The header ${JSON.stringify(header)} ${reason}`,
      help: 'A header is one capitalised word of letters, digits and underscores, with a value of one line: "Created: 2026-01-31T12:00:00Z ada"',
    });
    this.header = header;
  }
}

/** `Replaces` names what is no hash: databases that hold the revision under its old hash would not be recognised. */
export class InvalidReplaces extends HistoryFinding {
  readonly path: string;
  readonly words: readonly string[];

  constructor(path: string, words: readonly string[]) {
    super({
      code: 'GW013',
      message: `${path} has a header Replaces that names no hash${words.join('') === '' ? '' : `: ${words.join(' ')}`}`,
      details: ['It lists the hashes that the revision had before a merge, "sha1:" and forty digits each, with a blank between them'],
      help: `take the line as it was: git log -p -- '${path}'`,
    });
    this.path = path;
    this.words = words;
  }
}

/** A file beside the revisions whose name nearly fits: graphile-migrate passes over it without a word. */
export class InvalidFilename extends HistoryFinding {
  readonly path: string;
  /** The name that it probably should have; null when there is no number in it. */
  readonly proposal: string | null;

  constructor(options: { readonly path: string; readonly proposal: string | null; readonly isFolder?: boolean }) {
    super({
      code: 'GW012',
      message: options.isFolder
        ? `${options.path} is a folder; a revision is a file`
        : `${options.path} is not a revision's name and is not applied`,
      details: [
        'A revision is named 000003.sql or 000003-add-ratings.sql: digits, then letters, digits, "-" and "_", then ".sql" in lower case',
      ],
      help:
        options.proposal === null
          ? 'Move it out of this folder, or into current.sql'
          : `git mv '${options.path}' '${options.path.slice(0, Math.max(options.path.lastIndexOf('/'), options.path.lastIndexOf('\\')) + 1)}${options.proposal}'\nor move it out of this folder`,
    });
    this.path = options.path;
    this.proposal = options.proposal;
  }
}

function frame(path: string, text: string, line: number): CodeFrame {
  const offset =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  return frameAt(path, text, offset);
}
