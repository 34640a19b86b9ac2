import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
import { CommandInterrupted } from './command-interrupted.ts';
import type { LoadSeeds } from './context.ts';
import type { CommandDefinition } from './definition.ts';
import { main } from './main.ts';

/** Conventional exit codes of a program that a signal has ended, which a shell and a supervisor know: 128 and the signal's number. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs the command line of this process and sets its exit code. The first Ctrl-C asks the command to stop cleanly;
 * a second one ends the process at once.
 */
export async function runProcess(options: {
  readonly invocation: string;
  readonly summary: string;
  readonly definitions: readonly CommandDefinition[];
  /** Last lines of the help: where further commands are. */
  readonly epilogue?: readonly string[];
  readonly argv?: readonly string[];
  /** Loads the seeds in this process, faster than the command of the configuration would. */
  readonly loadSeeds?: LoadSeeds;
}): Promise<void> {
  compileWasmOnce();
  const argv = options.argv ?? process.argv.slice(2);
  const interruption = new AbortController();
  let handedOver = false;
  let interrupted: number | null = null;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (handedOver && name === 'SIGINT') return;
      if (interrupted !== null) process.exit(INTERRUPTED[name]);
      interrupted = INTERRUPTED[name];
      interruption.abort(new CommandInterrupted(name));
      if (!argv.includes('--json')) process.stderr.write('\ninterrupted: stopping; once more ends it at once\n');
    });
  }
  const output = surviveOutput();
  const code = await main({
    argv,
    directory: process.cwd(),
    environment: process.env,
    streams: { stdout: process.stdout, stderr: process.stderr },
    ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? askOnTerminal : null,
    handOver: async (work) => {
      handedOver = true;
      try {
        return await work();
      } finally {
        handedOver = false;
      }
    },
    signal: interruption.signal,
    version: ownVersion(),
    ...options,
  });
  // A command that was done all the same, or a watch that this is meant to end, has not failed.
  process.exitCode = output.failed && code === 0 ? 1 : code === 1 && interrupted !== null ? interrupted : code;
}

/**
 * A command is over before it pays that V8 compiles PostgreSQL's grammar, which is WebAssembly, a second time for speed: that takes a third of
 * the processor time of an upgrade. Flags are the whole process's, and so none of a library's business.
 */
function compileWasmOnce(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}

/**
 * Goes on when nobody reads any more (`… | head -1`): a migration must not end because its reader has seen enough. Any other
 * failure to write, such as a full disk, is told once and makes the exit code 1.
 */
function surviveOutput(): { failed: boolean } {
  const output = { failed: false };
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || output.failed) return;
    output.failed = true;
    process.exitCode = 1;
    process.stderr.write(`✖ Standard output cannot be written: ${error.message}  GW509\n  help: look where it goes: is the disk full?\n`);
  });
  return output;
}

/** Ctrl-C and Ctrl-D at the question close it; that is an empty answer. */
async function askOnTerminal(question: string, signal: AbortSignal): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<null>((resolve) => prompt.once('close', () => resolve(null)));
  const asked = prompt.question(question, { signal }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return null;
    throw error;
  });
  try {
    const answer = await Promise.race([asked, closed]);
    if (answer === null) process.stderr.write('\n');
    return answer ?? '';
  } finally {
    prompt.close();
  }
}

/** From the package file beside `src/` or `dist/`. */
function ownVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown';
}
