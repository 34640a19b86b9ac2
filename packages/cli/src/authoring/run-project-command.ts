import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type DatabaseSettings, toDatabaseUrl } from '@godwit/postgres';
import { splitWords } from '../config/split-words.ts';
import type { CommandContext } from '../context.ts';

export interface ProjectCommandResult {
  /** Null when it could not be started. */
  readonly code: number | null;
  /** What it printed, both streams in the order in which they came, a line each. */
  readonly lines: readonly string[];
}

/**
 * Runs a command that the configuration names, in the folder of the configuration and without a shell, with DATABASE_URL and
 * GODWIT_DATABASE_URL of a database. Ctrl-C ends it, or another signal that is given.
 */
export async function runProjectCommand(
  context: CommandContext,
  command: string,
  database: DatabaseSettings,
  signal: AbortSignal = context.signal,
): Promise<ProjectCommandResult> {
  const [program = '', ...words] = splitWords(command);
  const url = toDatabaseUrl(database, { password: true });
  const child = spawn(program, words, {
    cwd: context.config().root,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    env: { ...context.environment, DATABASE_URL: url, GODWIT_DATABASE_URL: url },
  });
  const lines: string[] = [];
  const read = async (input: NodeJS.ReadableStream): Promise<void> => {
    for await (const line of createInterface({ input })) lines.push(line);
  };
  try {
    const [[code]] = await Promise.all([once(child, 'close'), read(child.stdout), read(child.stderr)]);
    return { code: typeof code === 'number' ? code : null, lines };
  } catch (error) {
    signal.throwIfAborted();
    return { code: null, lines: [error instanceof Error ? error.message : String(error)] };
  }
}
