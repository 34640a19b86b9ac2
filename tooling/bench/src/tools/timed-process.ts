import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface TimedProcess {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  /** Beside PATH and HOME, which are all that it gets of ours. */
  readonly environment: Readonly<Record<string, string>>;
  /** What stdout has to match: a command that fails politely is fast. */
  readonly expects: RegExp;
  /** The exit code of a success; 0 unless given. */
  readonly exits?: number;
}

/**
 * Runs a whole process and gives the milliseconds from before its start until its exit.
 *
 * @throws Error with its output when it exits with another code than it should or prints something else than expected
 */
export async function timeProcess(options: TimedProcess): Promise<number> {
  const { PATH = '', HOME = '' } = process.env;
  const started = performance.now();
  const child = spawn(options.command, [...options.arguments], {
    cwd: options.directory,
    env: { PATH, HOME, NO_COLOR: '1', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ ms: performance.now() - started, how: code ?? signal }));
  const [{ ms, how }, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  const { exits = 0, expects } = options;
  if (how === exits && expects.test(stdout)) return ms;
  const words = [options.command, ...options.arguments].join(' ');
  throw new Error(
    `${words}\nended with ${how}${how === exits ? `, and its output does not match ${expects}` : ''}\n${(stdout + stderr).trim()}`,
  );
}
