import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep, win32 } from 'node:path';
import { type CodeFrame, suggest } from '@godwit/diagnostics';
import { InvalidUtf8 } from './errors/encoding.ts';
import { UnreadableFile } from './errors/folder.ts';
import { IncludeOutside, MissingInclude } from './errors/include.ts';
import { decodeSqlText } from './sql-text.ts';

/** A file in `fixtures/` that may be included. */
export interface Fixture {
  /** Below the migrations folder as it was given, with symbolic links resolved, so that one file has one path. */
  readonly path: string;
}

/**
 * Finds an included file and makes sure that it is in `fixtures/`, also after symbolic links.
 *
 * @throws IncludeOutside, MissingInclude
 */
export function openFixture(options: { readonly folder: string; readonly include: string; readonly frame: CodeFrame }): Fixture {
  const { include, frame } = options;
  const folder = join(options.folder, 'fixtures');
  const written = join(folder, include);
  const absolute = isAbsolute(include) || win32.isAbsolute(include);
  if (absolute || leadsOut(relative(folder, written))) throw new IncludeOutside({ include, folder, resolved: null, frame });
  const resolved = realPathOrNull(written);
  const root = realPathOrNull(folder);
  if (root === null || resolved === null || !statSync(resolved).isFile()) {
    throw new MissingInclude({ include, path: written, suggestions: suggest(include, listFixtures(folder)), frame });
  }
  const inside = relative(root, resolved);
  if (leadsOut(inside)) throw new IncludeOutside({ include, folder, resolved, frame });
  return { path: join(folder, inside) };
}

/** @throws InvalidUtf8, UnreadableFile. A byte order mark is taken off: in the middle of a file it would be a syntax error. */
export function readFixture(fixture: Fixture): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(fixture.path);
  } catch (cause) {
    throw new UnreadableFile(fixture.path, cause);
  }
  const { text, problems } = decodeSqlText(fixture.path, bytes);
  const invalid = problems.find((problem) => problem instanceof InvalidUtf8);
  if (invalid !== undefined) throw invalid;
  return text;
}

function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

function realPathOrNull(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function listFixtures(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sql'))
      .map((name) => name.replaceAll(sep, '/'));
  } catch {
    return [];
  }
}
