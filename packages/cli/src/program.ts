import { Command, CommanderError, Option } from 'commander';
import type { CommandDefinition, CommandInput, OptionDefinition } from './definition.ts';
import { explainUsage } from './explain-usage.ts';
import { capital } from './output/columns.ts';
import { commandNames, inWordsOf } from './output/command-names.ts';

/** What the command line asks for, once parsed: a command to run, or a text to print (help, version). */
export type Invocation =
  | { readonly kind: 'command'; readonly definition: CommandDefinition; readonly input: CommandInput }
  | { readonly kind: 'text'; readonly text: string };

/** Longer lines are hard to read. */
const WIDEST_HELP = 100;

/** Descriptions are broken into lines from this width on. */
const NARROWEST_COLUMN = 20;

/** Options that every command understands. */
export const GLOBAL_OPTIONS = [
  { flags: '--database <url-or-name>', description: 'database to speak to: a URL, or a name on the configured server' },
  { flags: '--json', description: 'print data for machines: one JSON value, or one a line where it streams' },
  { flags: '-v, --verbose', description: 'print each statement with its time, and stacks of errors' },
] as const;

export interface ProgramOptions {
  /** As the user types it: `pnpm migrate` or `godwit`. */
  readonly invocation: string;
  readonly version: string;
  readonly summary: string;
  readonly definitions: readonly CommandDefinition[];
  readonly width: number;
  /** Last lines of the help: where further commands are. */
  readonly epilogue?: readonly string[] | undefined;
}

/**
 * Parses a command line against the definitions.
 *
 * @throws UsageError with the nearest command or option as a suggestion
 */
export function parseCommandLine(options: ProgramOptions, argv: readonly string[]): Invocation {
  let invocation: Invocation | undefined;
  let text = '';
  const program = createProgram({ ...options, definitions: neededFor(options.definitions, argv[0]) }, (found) => {
    invocation = found;
  });
  const write = (chunk: string) => {
    text += chunk;
  };
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: write,
      writeErr: write,
      getOutHelpWidth: () => helpWidth(options),
      getErrHelpWidth: () => helpWidth(options),
    });
  }
  try {
    program.parse(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text };
    throw explainUsage(options, error, argv);
  }
  return invocation ?? { kind: 'text', text };
}

/** A command that is named is all that has to be set up; help and suggestions need them all. */
function neededFor(definitions: readonly CommandDefinition[], word: string | undefined): readonly CommandDefinition[] {
  const named = definitions.filter(({ name, aliases = [] }) => word !== undefined && (name === word || aliases.includes(word)));
  return named.length > 0 ? named : definitions;
}

function createProgram(options: ProgramOptions, found: (invocation: Invocation) => void): Command {
  const program = new Command(options.invocation)
    .description(options.summary)
    .version(options.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpCommand(new Command('help').argument('[command]').summary('print help for a command').helpGroup('More:'))
    .showSuggestionAfterError(true)
    .configureHelp({ subcommandTerm: (command) => command.name(), showGlobalOptions: false, minWidthToWrap: NARROWEST_COLUMN })
    .addHelpText(
      'after',
      ['', `${options.invocation} <command> --help shows a command's options and examples`, ...(options.epilogue ?? [])].join('\n'),
    );
  for (const option of GLOBAL_OPTIONS) program.option(option.flags, option.description);
  for (const definition of options.definitions) addCommand(program, definition, options, found);
  return program;
}

function addCommand(
  program: Command,
  definition: CommandDefinition,
  options: ProgramOptions,
  found: (invocation: Invocation) => void,
): void {
  const command = program
    .command(definition.name)
    .summary(definition.summary)
    .description(describe(definition, options))
    .helpGroup(`${definition.group}:`)
    .helpOption('-h, --help', 'print help')
    .allowExcessArguments(false);
  for (const alias of definition.aliases ?? []) command.alias(alias);
  for (const argument of definition.arguments ?? []) command.argument(argument.syntax, argument.description);
  for (const option of optionsOf(definition)) command.addOption(plainOption(option));
  if (definition.passesThrough) {
    program.enablePositionalOptions();
    command.allowUnknownOption().passThroughOptions();
  }
  command.addHelpText('after', renderExamples(definition, options));
  command.action(() => {
    found({ kind: 'command', definition, input: { arguments: command.args, options: command.optsWithGlobals() } });
  });
}

/** `--no-x` is a switch of its own, and does not take back what `--x` says. */
function plainOption({ flags, description }: OptionDefinition): Option {
  const option = new Option(flags, description);
  option.negate = false;
  return option;
}

/** The options of a command, with those that every command has. */
export function optionsOf({ options = [], passesThrough }: CommandDefinition): readonly OptionDefinition[] {
  // One letter means something else to another program.
  const global = GLOBAL_OPTIONS.map(({ flags, description }) => ({
    flags: passesThrough ? flags.replace(/^-\w, /, '') : flags,
    description,
  }));
  return [...options, ...global];
}

/** Beside each other where they fit, else each explanation above its command. */
function renderExamples(definition: CommandDefinition, options: ProgramOptions): string {
  const examples = definition.examples.map(({ command, explains }) => [`${options.invocation} ${command}`.trim(), explains] as const);
  const width = Math.max(...examples.map(([command]) => command.length));
  const lines = examples.map(([command, explains]) => `  ${command.padEnd(width)}  # ${explains}`);
  const fits = lines.every((line) => line.length <= helpWidth(options));
  return ['', 'Examples:', ...(fits ? lines : examples.flatMap(([command, explains]) => [`  # ${explains}`, `  ${command}`]))].join('\n');
}

function helpWidth({ width }: ProgramOptions): number {
  return Math.min(width, WIDEST_HELP);
}

function describe({ summary, description }: CommandDefinition, { invocation }: ProgramOptions): string {
  return description === undefined ? sentence(summary) : `${sentence(summary)}\n\n${inWordsOf(commandNames(invocation), description)}`;
}

function sentence(text: string): string {
  return `${capital(text)}.`;
}
