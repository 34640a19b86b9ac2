import type { CodeFrame } from '@godwit/diagnostics';
import { IncludeCircle, MalformedInclude } from './errors/include.ts';
import { openFixture } from './fixture.ts';
import { readSqlFile } from './read-sql-file.ts';

/** As graphile-migrate 2 reads it: alone on its line, from the line's start, up to the last `.sql`. */
const INCLUDE = /^--![ \t]*include[ \t]+(.*\.sql)[ \t]*$/;
/** What somebody meant as one. As SQL it is a comment, so it would be left out without a word. */
const NEARLY_INCLUDE = /^\s*--\s*!\s*include\b/i;

export interface CompileOptions {
  /** The text to expand. */
  readonly text: string;
  /** Its path, for errors: `migrations/current.sql`. */
  readonly file: string;
  /** The migrations folder, which holds `fixtures/`. */
  readonly folder: string;
}

/** Where a line of a compiled text was written. */
export interface LineOrigin {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface CompiledText {
  /** With LF line endings throughout, so that its hash is the same on every system. */
  readonly text: string;
  /** One for each line of the text: an error in it is shown where its author can mend it. */
  readonly origins: readonly LineOrigin[];
  /** The files that went into it, each once, in the order of their first use: what a watcher has to watch. */
  readonly included: readonly string[];
}

/**
 * Expands every `--!include x.sql` with the file of that name in `fixtures/`, and the includes in that, between
 * `--! Included x.sql` and `--! EndIncluded x.sql`. Reads files; writes nothing.
 *
 * @throws IncludeOutside, IncludeCircle, MissingInclude, MalformedInclude, InvalidUtf8
 */
export function compileIncludes(options: CompileOptions): CompiledText {
  const included = new Set<string>();
  const compiled = expand({ name: options.file, path: options.file, text: options.text }, []);
  return {
    text: compiled.map(({ text }) => text).join('\n'),
    origins: compiled.map(({ path, line }) => ({ path, line })),
    included: [...included],
  };

  function expand(source: Source, above: readonly Source[]): CompiledLine[] {
    const { path } = source;
    const text = source.text.replaceAll('\r\n', '\n');
    const chain = [...above, source];
    return text.split('\n').flatMap((line, index) => {
      const frame = { file: path, text, line: index + 1, column: 1 };
      const include = INCLUDE.exec(line)?.[1];
      if (include !== undefined) return expandLine(include, frame, chain);
      if (NEARLY_INCLUDE.test(line)) throw new MalformedInclude(line, frame);
      return { text: line, path, line: index + 1 };
    });
  }

  function expandLine(include: string, frame: CodeFrame, chain: readonly Source[]): CompiledLine[] {
    const fixture = openFixture({ folder: options.folder, include, frame });
    const start = chain.findIndex(({ path }) => path === fixture.path);
    if (start !== -1) throw new IncludeCircle([...chain.map(({ name }) => name), include], frame);
    included.add(fixture.path);
    const body = expand({ name: include, path: fixture.path, text: readSqlFile(fixture.path) }, chain);
    const here = { path: frame.file, line: frame.line };
    return [{ text: `--! Included ${include}`, ...here }, ...trimLines(body), { text: `--! EndIncluded ${include}`, ...here }];
  }
}

interface CompiledLine extends LineOrigin {
  readonly text: string;
}

/** As `trim` of the whole text; of a blank one an empty line stays. */
function trimLines(lines: readonly CompiledLine[]): readonly CompiledLine[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  if (first === -1) return lines.slice(0, 1).map((line) => ({ ...line, text: '' }));
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(first, last + 1).map((line, index, kept) => {
    const start = index === 0 ? line.text.trimStart() : line.text;
    return { ...line, text: index === kept.length - 1 ? start.trimEnd() : start };
  });
}

interface Source {
  /** As it was written, for the chain of a circle. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}
