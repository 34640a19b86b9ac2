import type { ExitCode } from '../definition.ts';
import type { Output } from './output.ts';
import { errorAsData, renderError } from './render-error.ts';

/** Prints an error on stderr: for a person, or as one line of JSON. Gives the exit code that belongs to it. */
export function reportError(output: Output, error: unknown, invocation: string): ExitCode {
  output.transient('');
  if (output.json) output.note(JSON.stringify(errorAsData(error, invocation)));
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
