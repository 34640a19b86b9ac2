import { GodwitError } from '@godwit/diagnostics';
import { compileIncludes } from './compile-includes.ts';

const INCLUDED = /^--! Included (.*\.sql)$/;

/**
 * The way back from `compileIncludes`, for a revision that is opened again: what stands between `--! Included x.sql` and
 * `--! EndIncluded x.sql` becomes `--!include x.sql`, as long as that would put the same text there today. Where the fixture has changed
 * since, or is gone, the text stays as it was committed.
 *
 * @param folder the migrations folder, which holds `fixtures/`
 */
export function collapseIncludes(text: string, folder: string): string {
  const lines = text.split('\n');
  const collapsed: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const include = INCLUDED.exec(line)?.[1];
    const expanded = include === undefined ? null : expandNow(include, folder);
    const there = expanded?.every((one, index) => one === lines[at + index]) ? expanded : null;
    collapsed.push(there === null ? line : `--!include ${include}`);
    if (there !== null) at += there.length - 1;
  }
  return collapsed.join('\n');
}

/** Null when it cannot be included any more. */
function expandNow(include: string, folder: string): readonly string[] | null {
  try {
    return compileIncludes({ text: `--!include ${include}`, file: 'the revision', folder }).text.split('\n');
  } catch (error) {
    if (error instanceof GodwitError) return null;
    throw error;
  }
}
