import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { splitWords } from '../config/split-words.ts';
import type { CommandContext } from '../context.ts';
import { AfterWriteFailed } from './errors.ts';

/**
 * Runs the commands of `afterWrite` on files that were written, in the folder of the configuration and without a shell: `prettier --write` becomes
 * `prettier --write /…/current.sql /…/revert.sql`.
 *
 * @throws AfterWriteFailed
 */
export async function runAfterWrite(context: CommandContext, paths: readonly string[]): Promise<readonly string[]> {
  const { afterWrite, root } = context.config();
  for (const command of afterWrite) {
    const [program = '', ...words] = splitWords(command);
    const files = paths.map((path) => resolve(context.directory, path));
    const lines: string[] = [];
    const child = spawn(program, [...words, ...files], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: context.signal,
      env: context.environment,
    });
    const read = async (input: NodeJS.ReadableStream): Promise<void> => {
      for await (const line of createInterface({ input })) lines.push(line);
    };
    let code: number | null = null;
    try {
      const [[exit]] = await Promise.all([once(child, 'close'), read(child.stdout), read(child.stderr)]);
      code = typeof exit === 'number' ? exit : null;
    } catch (error) {
      context.signal.throwIfAborted();
      throw new AfterWriteFailed(command, null, [error instanceof Error ? error.message : String(error)]);
    }
    if (code !== 0) throw new AfterWriteFailed(command, code, lines);
  }
  return afterWrite;
}
