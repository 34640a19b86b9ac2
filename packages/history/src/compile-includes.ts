import type { CodeFrame } from '@godwit/diagnostics';
import { IncludeCircle, MalformedInclude } from './errors/include.ts';
import { openFixture, readFixture } from './fixture.ts';

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

export interface CompiledText {
  /** With LF line endings throughout, so that its hash is the same on every system. */
  readonly text: string;
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
  const text = expand({ name: options.file, path: options.file, text: options.text }, []);
  return { text, included: [...included] };

  function expand(source: Source, above: readonly Source[]): string {
    const text = source.text.replaceAll('\r\n', '\n');
    const lines = text.split('\n');
    const chain = [...above, source];
    return lines
      .map((line, index) => {
        const frame = { file: source.path, text, line: index + 1, column: 1 };
        const include = INCLUDE.exec(line)?.[1];
        if (include === undefined) {
          if (NEARLY_INCLUDE.test(line)) throw new MalformedInclude(line, frame);
          return line;
        }
        return expandLine(include, frame, chain);
      })
      .join('\n');
  }

  function expandLine(include: string, frame: CodeFrame, chain: readonly Source[]): string {
    const fixture = openFixture({ folder: options.folder, include, frame });
    const start = chain.findIndex(({ path }) => path === fixture.path);
    if (start !== -1) throw new IncludeCircle([...chain.map(({ name }) => name), include], frame);
    included.add(fixture.path);
    const body = expand({ name: include, path: fixture.path, text: readFixture(fixture) }, chain);
    return `--! Included ${include}\n${body.trim()}\n--! EndIncluded ${include}`;
  }
}

interface Source {
  /** As it was written, for the chain of a circle. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}
