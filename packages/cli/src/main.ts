import { readConfig } from './config/read-config.ts';
import type { CommandContext } from './context.ts';
import type { CommandDefinition, ExitCode } from './definition.ts';
import { createOutput, type Output, type Streams } from './output/output.ts';
import { errorAsData, renderError } from './output/render-error.ts';
import { parseCommandLine } from './program.ts';

/** The process around a command, handed in so that a test can be its own process. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly streams: Streams;
  readonly interactive: boolean;
  readonly signal: AbortSignal;
  readonly version: string;
  readonly invocation: string;
  readonly summary: string;
  readonly definitions: readonly CommandDefinition[];
}

/** Parses, runs and prints; never throws. Returns the exit code. */
export async function main(surroundings: Surroundings): Promise<ExitCode> {
  const { argv, environment, streams } = surroundings;
  const output = createOutput({ streams, environment, json: argv.includes('--json'), verbose: argv.includes('--verbose') });
  try {
    const invocation = parseCommandLine({ ...surroundings, width: output.width }, argv);
    if (invocation.kind === 'text') {
      output.raw(invocation.text);
      return 0;
    }
    const { run } = await invocation.definition.load();
    return await run(createContext(surroundings, output), invocation.input);
  } catch (error) {
    return report(error, output, surroundings.invocation);
  }
}

function createContext(surroundings: Surroundings, output: Output): CommandContext {
  const { directory, environment, signal, version, invocation } = surroundings;
  return {
    directory,
    environment,
    output,
    signal,
    version,
    invocation,
    interactive: surroundings.interactive && !output.json,
    now: () => new Date(),
    config: () => readConfig(directory),
  };
}

function report(error: unknown, output: Output, invocation: string): ExitCode {
  output.transient('');
  if (output.json) output.note(JSON.stringify(errorAsData(error)));
  else for (const line of renderError(error, output.errorStyle, { ...output, invocation })) output.note(line);
  return exitCodeOf(error);
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof Error && 'exitCode' in error) {
    if (error.exitCode === 2) return 2;
    if (error.exitCode === 3) return 3;
  }
  return 1;
}
