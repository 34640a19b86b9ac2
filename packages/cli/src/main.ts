import { GodwitError } from '@godwit/diagnostics';
import { readConfig } from './config/read-config.ts';
import type { Ask, CommandContext, HandOver, LoadSeeds } from './context.ts';
import type { CommandDefinition, ExitCode } from './definition.ts';
import { createOutput, type Output, type Streams } from './output/output.ts';
import { reportError } from './output/report-error.ts';
import { parseCommandLine } from './program.ts';

/** The process around a command, handed in so that a test can be its own process. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly streams: Streams;
  /** Puts a question to a person and gives the answer; null when nobody is there. */
  readonly ask: Ask | null;
  readonly handOver: HandOver;
  readonly signal: AbortSignal;
  readonly version: string;
  readonly invocation: string;
  readonly summary: string;
  readonly definitions: readonly CommandDefinition[];
  /** Loads the seeds faster than the command of the configuration would. */
  readonly loadSeeds?: LoadSeeds | undefined;
  /** Last lines of the help. */
  readonly epilogue?: readonly string[] | undefined;
}

/** Parses, runs and prints; never throws. Returns the exit code. */
export async function main(surroundings: Surroundings): Promise<ExitCode> {
  const { argv, environment, streams, signal, invocation } = surroundings;
  let output = createOutput({ streams, environment, ...wishedFor(argv) });
  try {
    const asked = parseCommandLine({ ...surroundings, width: output.width }, argv);
    if (asked.kind === 'text') {
      output.raw(asked.text);
      return 0;
    }
    const { json, verbose } = asked.input.options;
    output = createOutput({ streams, environment, json: json === true, verbose: verbose === true });
    const { run } = await asked.definition.load();
    return await run(createContext(surroundings, output), asked.input);
  } catch (error) {
    return reportError(output, causeOf(error, signal), invocation);
  }
}

/** How an error in the command line itself is to be printed. */
function wishedFor(argv: readonly string[]): { readonly json: boolean; readonly verbose: boolean } {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  return { json: words.includes('--json'), verbose: words.includes('--verbose') || words.includes('-v') };
}

/** After Ctrl-C, whatever breaks breaks because of it. */
function causeOf(error: unknown, signal: AbortSignal): unknown {
  return signal.aborted && !(error instanceof GodwitError) ? signal.reason : error;
}

function createContext(surroundings: Surroundings, output: Output): CommandContext {
  const { directory, environment, signal, version, invocation, ask, handOver, loadSeeds = null } = surroundings;
  return {
    directory,
    environment,
    output,
    signal,
    version,
    invocation,
    loadSeeds,
    ask: output.json ? null : ask,
    handOver,
    now: () => new Date(),
    config: () => readConfig(directory),
  };
}
