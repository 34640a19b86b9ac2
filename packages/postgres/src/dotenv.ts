import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { MalformedDotenv, UnreadableDotenv } from './errors/settings-errors.ts';

/**
 * The variables in a directory's `.env`; none when there is no such file. Nothing is put into `process.env`.
 *
 * @throws UnreadableDotenv for one that is there and cannot be read, MalformedDotenv for a line about the database that does not say
 *   what it seems to say: passed over, it would send the command to another database
 */
export function readDotenv(directory: string): Record<string, string> {
  const path = join(directory, '.env');
  const text = readText(path);
  if (text === null) return {};
  refuseMisread(path, text);
  const variables = Object.entries(parseEnv(text));
  return Object.fromEntries(variables.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Null when there is no such file. */
function readText(path: string): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    if (text.includes('\0')) throw new TypeError('it is no text');
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UnreadableDotenv(path, error);
  }
}

/** A name that decides about the database, and what follows it on its line. */
const OURS = /^\s*(?:export\s+)?(DATABASE_URL|SHADOW_DATABASE_URL|ENVIRONMENT|GODWIT_ENV|PG[A-Z]+)\b(.*)$/;
const BARE_HASH = /^\s*=\s*[^\s'"`#][^\s#]*#/;

function refuseMisread(path: string, text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    const [, name, rest = ''] = OURS.exec(line.trimEnd()) ?? [];
    if (name === undefined) continue;
    if (!/^\s*=/.test(rest)) throw new MalformedDotenv(path, index + 1, { name, problem: 'no equals sign' });
    if (BARE_HASH.test(rest)) throw new MalformedDotenv(path, index + 1, { name, problem: 'a bare #' });
  }
}
