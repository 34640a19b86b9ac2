import type { DatabaseSettings } from '@godwit/postgres';
import type { Config } from './config/config.ts';
import type { Output } from './output/output.ts';

/** Shows a question on the terminal and gives what is typed. An empty answer when the signal is raised. */
export type Ask = (question: string, signal: AbortSignal) => Promise<string>;

/** Runs while another program has the terminal: Ctrl-C is meant for that one. */
export type HandOver = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Loads rows into a database at head, in this process: in place of the command that `seeds` in `godwit.config.json` names. */
export type LoadSeeds = (database: DatabaseSettings) => Promise<void>;

/** Everything of the outside world that a command may use. */
export interface CommandContext {
  /** Where the user stands. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  /** Raised by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Puts a question to a person; null without a terminal (stdin and stderr) and with `--json`. */
  readonly ask: Ask | null;
  readonly handOver: HandOver;
  /** The version of this build. */
  readonly version: string;
  /** How the user calls this program, for the commands that we print: `pnpm migrate`, `godwit`, `npx godwit db`. */
  readonly invocation: string;
  /** Null where they are loaded by the command of the configuration. */
  readonly loadSeeds: LoadSeeds | null;
  now(): Date;
  config(): Config;
}
