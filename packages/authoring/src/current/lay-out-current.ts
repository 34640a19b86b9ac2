import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFileName } from '@godwit/history';
import type { CurrentFile } from './current.ts';
import type { CurrentLocation } from './current-location.ts';
import { SplitMarkersOutOfOrder } from './errors.ts';

/** What has to be written, and what has to go, for a text to be the revision that is being written. */
export interface CurrentLayout {
  readonly write: readonly CurrentFile[];
  /** Files of the folder that the text has no part for. */
  readonly remove: readonly string[];
}

/** graphile-migrate's rule; what else looks like a mark is a comment. */
const SPLIT = /^--! split: ([0-9]+(?:-[-_a-zA-Z0-9]+)?\.sql)$/;

/**
 * How a text goes back to `current.sql`, or is split over the files of `current/`, as graphile-migrate's uncommit does it. Looks into the
 * folder, and writes nothing.
 *
 * @param text with its headers, if it has any; ends in one line break
 * @throws SplitMarkersOutOfOrder
 */
export function layOutCurrent({ kind, path }: CurrentLocation, text: string): CurrentLayout {
  if (kind === 'file') return { write: [{ path, text }], remove: [] };
  const write = splitText(text).map((part) => ({ ...part, path: join(path, part.path) }));
  const written = new Set(write.map((part) => part.path));
  const remove = readdirSync(path)
    .filter((name) => parseFileName(name) !== null)
    .map((name) => join(path, name))
    .filter((name) => !written.has(name));
  return { write, remove };
}

/** What stands before the first mark belongs to the first file; without a mark all is one. */
function splitText(text: string): readonly CurrentFile[] {
  const parts: CurrentFile[] = [];
  let name: string | null = null;
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    const next = SPLIT.exec(line)?.[1];
    if (next === undefined) {
      lines.push(line);
      continue;
    }
    if (name !== null) {
      parts.push(partOf(parts, name, lines));
      lines = [];
    }
    name = next;
  }
  return [...parts, partOf(parts, name ?? '1-current.sql', lines)];
}

function partOf(before: readonly CurrentFile[], path: string, lines: readonly string[]): CurrentFile {
  const last = before.at(-1);
  if (last !== undefined && Number.parseInt(path, 10) <= Number.parseInt(last.path, 10)) throw new SplitMarkersOutOfOrder(path, last.path);
  return { path, text: `${lines.join('\n').trim()}\n` };
}
