import type { CommandContext } from './context.ts';

/** Exit codes: 0 done, 1 error, 2 something pending or found, 3 blocked. A process that a signal has ended has another one: `process.ts`. */
export type ExitCode = 0 | 1 | 2 | 3;

/** One command as help, completion, the command reference and the parser know it. Its code is loaded only when it runs. */
export interface CommandDefinition {
  readonly name: string;
  readonly group: CommandGroup;
  /** One line, no full stop. */
  readonly summary: string;
  /** What a newcomer should know before using it. */
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly arguments?: readonly ArgumentDefinition[];
  readonly options?: readonly OptionDefinition[];
  /** From the first argument or unknown option on, everything belongs to another program. */
  readonly passesThrough?: true;
  readonly examples: readonly Example[];
  readonly load: () => Promise<CommandModule>;
}

export type CommandGroup = 'Look' | 'Deploy' | 'Develop' | 'Repair' | 'Database' | 'More';

export interface ArgumentDefinition {
  /** As commander writes it: `[target]` or `<target>`. */
  readonly syntax: string;
  readonly description: string;
  /** What completion offers. */
  readonly completes?: 'target' | 'shell' | 'backfill' | 'system';
}

export interface OptionDefinition {
  /** As commander writes it: `-m, --message <text>`. */
  readonly flags: string;
  readonly description: string;
}

export interface Example {
  readonly command: string;
  readonly explains: string;
}

export interface CommandModule {
  readonly run: (context: CommandContext, input: CommandInput) => Promise<ExitCode>;
}

/** What was typed after the command's name, not yet parsed by its schema. */
export interface CommandInput {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}
