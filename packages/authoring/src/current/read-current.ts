import { basename, join } from 'node:path';
import { compileIncludes, DuplicateHeader, isNoTransaction, type LineOrigin, parseText, readSqlFile } from '@godwit/history';
import type { Current, CurrentFile } from './current.ts';
import { type CurrentLocation, locateCurrent } from './current-location.ts';
import { listParts } from './current-parts.ts';
import { CurrentRefused } from './errors.ts';

/**
 * Reads `current.sql`, or the folder `current/`, and joins its files as graphile-migrate does.
 *
 * @param folder the migrations folder, as the user would type it
 * @throws CurrentMisplaced, CurrentFileName, CurrentRefused for `--! no-transaction` in the folder, DuplicateHeader
 * @throws what `compileIncludes` and `readSqlFile` throw
 */
export function readCurrent(folder: string): Current {
  const location = locateCurrent(folder);
  return joinCurrent(
    folder,
    location,
    pathsOf(location).map((path) => ({ path, text: readSqlFile(path) })),
  );
}

/** The same of texts at hand, which need not be those on the disk. */
export function joinCurrent(folder: string, location: CurrentLocation, files: readonly CurrentFile[]): Current {
  const parts = files.map(({ path, text }) => compilePart(folder, path, text));
  const lines = location.kind === 'file' ? parts.flatMap(({ lines }) => lines) : joinParts(parts);
  const body = `${lines
    .map(({ text }) => text)
    .join('\n')
    .trimEnd()}\n`;
  return {
    location,
    files,
    headers: mergeHeaders(parts),
    body,
    origins: [...lines.map(({ origin }) => origin), null],
    included: [...new Set(parts.flatMap(({ included }) => included))],
    transactional: !isNoTransaction(body),
  };
}

interface Line {
  readonly text: string;
  readonly origin: LineOrigin | null;
}

interface Part {
  readonly path: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | null>>;
  /** Of the body, trimmed. */
  readonly lines: readonly Line[];
  readonly included: readonly string[];
}

function pathsOf({ kind, path, exists }: CurrentLocation): readonly string[] {
  if (kind === 'folder') return listParts(path).map(({ name }) => join(path, name));
  return exists ? [path] : [];
}

function compilePart(folder: string, path: string, written: string): Part {
  const { text, origins, included } = compileIncludes({ text: written, file: path, folder });
  const { headers, duplicate, body, bodyLine } = parseText(text);
  if (duplicate !== null) throw new DuplicateHeader({ path, text, ...duplicate });
  const lines = body.trimEnd().split('\n');
  return {
    path,
    text,
    headers,
    included,
    lines: lines.map((line, index) => ({ text: line, origin: origins[bodyLine - 1 + index] ?? null })),
  };
}

/** Each file below its mark, with an empty line between them. */
function joinParts(parts: readonly Part[]): readonly Line[] {
  return parts.flatMap(({ path, text, lines }, index) => {
    if (isNoTransaction(lines[0]?.text ?? '')) {
      throw new CurrentRefused({
        message: 'a revision without a transaction is one statement, which a folder is not meant for',
        frame: { file: path, text, line: lines[0]?.origin?.line ?? 1, column: 1 },
        help: 'write it to current.sql, in place of the folder current/',
      });
    }
    const mark = { text: `--! split: ${basename(path)}`, origin: null };
    return [...(index === 0 ? [] : [{ text: '', origin: null }]), mark, ...lines];
  });
}

/** A header that stands in two files stands twice in the revision. */
function mergeHeaders(parts: readonly Part[]): Readonly<Record<string, string | null>> {
  const headers = new Map<string, string | null>();
  for (const part of parts) {
    for (const [header, value] of Object.entries(part.headers)) {
      if (headers.has(header)) throw new DuplicateHeader({ path: part.path, header, text: part.text, line: 1 });
      headers.set(header, value);
    }
  }
  return Object.fromEntries(headers);
}
