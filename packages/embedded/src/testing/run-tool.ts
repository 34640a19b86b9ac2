import { spawn } from 'node:child_process';

export interface ToolResult {
  /** The exit status, null after a signal. */
  readonly status: number | null;
  /** Standard output and error, as they came. */
  readonly output: string;
}

/** Runs a program to its end. */
export function runTool(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly environment?: Record<string, string>; readonly input?: string },
): Promise<ToolResult> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...options.environment },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}
