import type { Config } from './config/config.ts';
import type { Output } from './output/output.ts';

/** Everything of the outside world that a command may use. */
export interface CommandContext {
  /** Where the user stands. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  /** Raised by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** True when a question can be asked: stdin and stderr are terminals and `--json` is not given. */
  readonly interactive: boolean;
  /** The version of this build. */
  readonly version: string;
  /** How the user calls us, for the commands that we print: `pnpm migrate` or `godwit`. */
  readonly invocation: string;
  now(): Date;
  config(): Config;
}
