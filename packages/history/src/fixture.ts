import { readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep, win32 } from 'node:path';
import { type CodeFrame, suggest } from '@godwit/diagnostics';
import { IncludeOutside, MissingInclude } from './errors/include.ts';

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
