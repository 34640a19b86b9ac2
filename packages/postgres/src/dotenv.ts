import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { UnreadableDotenv } from './errors/settings-errors.ts';

/**
 * The variables in a directory's `.env`; none when there is no such file. Nothing is put into `process.env`.
 *
 * @throws UnreadableDotenv for one that is there and cannot be read
 */
export function readDotenv(directory: string): Record<string, string> {
  const path = join(directory, '.env');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new UnreadableDotenv(path, error);
  }
  const variables = Object.entries(parseEnv(text));
  return Object.fromEntries(variables.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
