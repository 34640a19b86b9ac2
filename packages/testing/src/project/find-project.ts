import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Gmrc, readGmrc } from '@godwit/history';
import * as v from 'valibot';
import { ProjectUnreadable } from '../errors.ts';

/** What tests need of `godwit.config.json`; the commands look at the rest of it. */
const ProjectFile = v.looseObject({
  migrations: v.optional(v.string()),
  searchPath: v.optional(v.array(v.string()), ['public']),
});

const CONFIG_FILENAME = 'godwit.config.json';
const DEFAULT_FOLDER = 'migrations';

export interface Project {
  /** The folder that holds the configuration: everything relative starts here. */
  readonly root: string;
  /** Absolute. */
  readonly migrations: string;
  readonly searchPath: string;
  readonly gmrc: Gmrc;
}

/**
 * The project of a folder: where the nearest `godwit.config.json` upwards is, else the folder itself with the defaults.
 *
 * @throws ProjectUnreadable; for a damaged `.gmrc` what `readGmrc` throws
 */
export function findProject(from: string): Project {
  const root = nearest(resolve(from)) ?? resolve(from);
  const { migrations, searchPath } = readConfig(join(root, CONFIG_FILENAME));
  const gmrc = readGmrc(join(root, '.gmrc'));
  return {
    root,
    migrations: resolve(root, migrations ?? gmrc.migrationsFolder ?? DEFAULT_FOLDER),
    searchPath: searchPath.join(', '),
    gmrc,
  };
}

function nearest(folder: string): string | null {
  if (existsSync(join(folder, CONFIG_FILENAME))) return folder;
  return dirname(folder) === folder ? null : nearest(dirname(folder));
}

function readConfig(file: string): v.InferOutput<typeof ProjectFile> {
  if (!existsSync(file)) return v.parse(ProjectFile, {});
  try {
    return v.parse(ProjectFile, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new ProjectUnreadable(file, error);
  }
}
