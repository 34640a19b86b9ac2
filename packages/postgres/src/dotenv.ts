import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * The variables in a directory's `.env`; none when there is no such file. Nothing is put into `process.env`.
 *
 * @throws the file system's error for a `.env` that is there and cannot be read
 */
export function readDotenv(directory: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(join(directory, '.env'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  const variables = Object.entries(parseEnv(text));
  return Object.fromEntries(variables.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
