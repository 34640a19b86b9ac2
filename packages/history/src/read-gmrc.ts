import { readFileSync } from 'node:fs';
import { suggest } from '@godwit/diagnostics';
import JSON5 from 'json5';
import { UnreadableFile } from './errors/folder.ts';
import { GmrcSyntax, PasswordInGmrc, UnknownGmrcKey } from './errors/gmrc.ts';
import { GMRC_HOOKS, type Gmrc } from './gmrc.ts';
import { actionsValue } from './gmrc-actions.ts';
import { booleanValue, describe, invalid, nonEmptyText, placeholdersValue, settingsValue, textValue } from './gmrc-value.ts';

/** graphile-migrate 1.4.1's, without `logger`, which only a `.gmrc.js` can hold. */
const KEYS = [
  'connectionString',
  'shadowConnectionString',
  'rootConnectionString',
  'databaseOwner',
  'migrationsFolder',
  'manageGraphileMigrateSchema',
  'pgSettings',
  'placeholders',
  'blankMigrationContent',
  ...GMRC_HOOKS,
];

/**
 * Reads `.gmrc`. A missing file is one with nothing in it.
 *
 * @throws GmrcSyntax, UnknownGmrcKey, InvalidGmrcValue where graphile-migrate would stop; UnreadableFile
 */
export function readGmrc(path: string): Gmrc {
  const text = readOrNull(path);
  return { ...parseGmrc(path, text ?? '{}'), found: text !== null };
}

/** The same of a text. */
export function parseGmrc(path: string, text: string): Gmrc {
  const values = parseObject(path, text);
  const unknown = [...values.keys()].filter((key) => !KEYS.includes(key) && !key.startsWith('//'));
  if (unknown.length > 0) {
    throw new UnknownGmrcKey({ path, keys: unknown, suggestions: [...new Set(unknown.flatMap((key) => suggest(key, KEYS)))] });
  }
  const entry = (key: string) => ({ path, key, value: values.get(key) });
  return {
    path,
    found: true,
    connectionString: textValue(entry('connectionString')),
    shadowConnectionString: textValue(entry('shadowConnectionString')),
    rootConnectionString: textValue(entry('rootConnectionString')),
    databaseOwner: nonEmptyText(entry('databaseOwner')),
    migrationsFolder: textValue(entry('migrationsFolder')),
    manageGraphileMigrateSchema: booleanValue(entry('manageGraphileMigrateSchema')),
    pgSettings: settingsValue(entry('pgSettings')),
    placeholders: placeholdersValue(entry('placeholders')),
    blankMigrationContent: textValue(entry('blankMigrationContent')) ?? '-- Enter migration here\n',
    actions: {
      beforeReset: actionsValue(entry('beforeReset')),
      afterReset: actionsValue(entry('afterReset')),
      beforeAllMigrations: actionsValue(entry('beforeAllMigrations')),
      afterAllMigrations: actionsValue(entry('afterAllMigrations')),
      beforeCurrent: actionsValue(entry('beforeCurrent')),
      afterCurrent: actionsValue(entry('afterCurrent')),
    },
    problems: passwordsIn(path, text),
  };
}

function parseObject(path: string, text: string): ReadonlyMap<string, unknown> {
  let value: unknown;
  try {
    value = JSON5.parse<unknown>(text);
  } catch (cause) {
    const { lineNumber: line, columnNumber: column } = placeOf(cause);
    throw new GmrcSyntax({
      path,
      cause,
      ...(line === undefined || column === undefined ? {} : { frame: { file: path, text, line, column } }),
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid({ path, key: 'the whole file', value }, `is ${describe(value)}, not an object`, '{ "placeholders": { … } }');
  }
  return new Map(Object.entries(value));
}

/** JSON5 adds the place to its SyntaxError. */
function placeOf(cause: unknown): { lineNumber?: number; columnNumber?: number } {
  if (!(cause instanceof Error) || !('lineNumber' in cause) || !('columnNumber' in cause)) return {};
  const { lineNumber, columnNumber } = cause;
  return typeof lineNumber === 'number' && typeof columnNumber === 'number' ? { lineNumber, columnNumber } : {};
}

/** `//user:password@host` or `?password=…` in a URL. */
const PASSWORD = /[a-z][a-z0-9+.-]*:\/\/(?:[^\s:/@"']*:[^\s@/"']+@|[^\s"']*[?&]password=[^\s&"'])/i;

/** Looks through the whole text, so also through commands and comments. */
function passwordsIn(path: string, text: string): PasswordInGmrc[] {
  return text.split('\n').flatMap((line, index) => (PASSWORD.test(line) ? [new PasswordInGmrc(path, index + 1)] : []));
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new UnreadableFile(path, cause);
  }
}
