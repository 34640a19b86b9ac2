import { spawnSync } from 'node:child_process';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Runs a command to its end and gives what it said; only a command that cannot be started throws. */
export function run(command: string, words: readonly string[], { directory, environment = process.env }: RunOptions): Finished {
  const finished = spawnSync(command, words, {
    cwd: directory,
    env: { ...environment },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (finished.error) throw finished.error;
  return { code: finished.status, stdout: finished.stdout, stderr: finished.stderr };
}

/** @throws Error with everything that was said when the command does not end with 0 */
export function runWell(command: string, words: readonly string[], options: RunOptions): Finished {
  const finished = run(command, words, options);
  if (finished.code !== 0) throw new Error(`${[command, ...words].join(' ')} ended with ${finished.code}\n${describe(finished)}`);
  return finished;
}

export function describe({ stdout, stderr }: Finished): string {
  return `${stdout}${stderr}`.trim();
}
