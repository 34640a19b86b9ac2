import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { frameAt, suggest } from '@godwit/diagnostics';
import { readGmrc } from '@godwit/history';
import * as v from 'valibot';
import { type Config, type ConfigFile, ConfigSchema } from './config.ts';
import { ConfigInvalidError, ConfigSyntaxError, ConfigUnreadableError } from './errors.ts';

/** graphile-migrate's own default. */
export const DEFAULT_FOLDER = 'migrations';

export const CONFIG_FILENAME = 'godwit.config.json';

/**
 * The configuration that holds for a directory: the nearest `godwit.config.json` upwards, else the defaults there.
 *
 * @throws ConfigSyntaxError, ConfigInvalidError, ConfigUnreadableError; for a damaged `.gmrc` what `readGmrc` throws
 */
export function readConfig(directory: string): Config {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILENAME);
    const text = readIfPresent(file);
    if (text !== null) return resolveConfig(parseConfig(relative(directory, file) || CONFIG_FILENAME, text), folder, directory);
    if (dirname(folder) === folder) return resolveConfig(v.parse(ConfigSchema, {}), resolve(directory), directory);
  }
}

function resolveConfig(file: ConfigFile, root: string, directory: string): Config {
  const folder = file.migrations ?? readGmrc(join(relative(directory, root), '.gmrc')).migrationsFolder ?? DEFAULT_FOLDER;
  return { ...file, root, migrationsFolder: resolve(root, folder) };
}

function parseConfig(name: string, text: string): ConfigFile {
  const result = v.safeParse(ConfigSchema, parseJson(name, text));
  if (result.success) return result.output;
  const findings = result.issues.map((issue) => `${v.getDotPath(issue) ?? '(whole file)'}: ${describeIssue(issue)}`);
  const unknown = result.issues.filter((issue) => issue.type === 'strict_object').flatMap((issue) => v.getDotPath(issue) ?? []);
  const suggestions = unknown.flatMap((key) => suggest(key, Object.keys(ConfigSchema.entries)));
  throw new ConfigInvalidError(name, findings, suggestions);
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'there is no such setting';
  if (issue.type === 'boolean') return `expected true or false, not ${issue.received}`;
  if (issue.type === 'union' || issue.type === 'picklist') return issue.message;
  return issue.kind === 'schema' ? `expected ${article(issue.type)}, not ${issue.received}` : issue.message;
}

function article(type: string): string {
  return type === 'array' ? 'a list' : type === 'strict_object' ? 'an object' : `a ${type}`;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '');
    throw new ConfigSyntaxError(frameAt(name, text, position ? Number(position[1]) : text.length), error);
  }
}

function readIfPresent(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw new ConfigUnreadableError(file, error);
  }
}
