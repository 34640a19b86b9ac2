import { shellWord, suggest } from '@godwit/diagnostics';
import type { CommanderError } from 'commander';
import type { CommandDefinition } from './definition.ts';
import { DATABASE_DEFINITIONS } from './definitions/database.ts';
import { DEFINITIONS } from './definitions/index.ts';
import { capital } from './output/columns.ts';
import { writtenName } from './output/command-names.ts';
import type { ProgramOptions } from './program.ts';
import { UsageError } from './usage-error.ts';

/** Words of other tools for what a command here does. */
const ELSEWHERE: Readonly<Record<string, readonly [command: string, explains: string]>> = {
  revision: ['godwit commit -m "…"', 'write the SQL to current.sql first; watch applies it as you save'],
  new: ['godwit commit -m "…"', 'write the SQL to current.sql first; watch applies it as you save'],
  branches: ['godwit heads', 'the last revision, or the tips of a fork'],
  up: ['godwit upgrade', 'to head'],
  apply: ['godwit upgrade', 'to head'],
  migrate: ['godwit upgrade', 'to head'],
  deploy: ['godwit upgrade', 'to head'],
  down: ['godwit downgrade -1', 'reverts the last revision'],
  rollback: ['godwit downgrade -1', 'reverts the last revision'],
  undo: ['godwit downgrade -1', 'reverts the last revision'],
  redo: ['godwit downgrade -1', 'then upgrade'],
  list: ['godwit history', 'the revisions on disk'],
  info: ['godwit status', 'what is applied and what is pending'],
  version: ['godwit --version', ''],
  console: ['godwit db psql', 'a prompt on the configured database'],
  shell: ['godwit db psql', 'a prompt on the configured database'],
};

/** A mistake on the command line, in words, with what was probably meant. */
export function explainUsage(options: ProgramOptions, error: CommanderError, argv: readonly string[]): UsageError {
  const { definitions } = options;
  const invocation = writtenName(options.invocation);
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const words = argv.filter((argument) => !argument.startsWith('-'));
  const command = definitions.find(({ name, aliases }) => name === words[0] || aliases?.includes(words[0] ?? ''));
  const own = [invocation, ...(command ? [command.name] : [])].join(' ');
  const see = `see: ${own} --help`;
  switch (error.code) {
    case 'commander.help':
      return new UsageError({
        message: `There is no command '${words[1] ?? ''}'`,
        help: [...meantCommand({ invocation, definitions }, words[1] ?? '', argv), `see: ${invocation} --help`].join('\n'),
      });
    case 'commander.unknownCommand':
      return new UsageError({
        message: `There is no command '${word}'`,
        help: [...meantCommand({ invocation, definitions }, word, argv), see].join('\n'),
      });
    case 'commander.unknownOption': {
      const flag = suggest(word, flagsOf(error.message))[0];
      const meant = flag === undefined ? [] : [`did you mean: ${corrected(invocation, argv, word, flag)}`];
      return new UsageError({
        message: `${command ? capital(command.name) : capital(invocation)} has no option '${word}'`,
        help: [...meant, see].join('\n'),
      });
    }
    case 'commander.excessArguments': {
      const surplus = words.slice(1 + (command?.arguments?.length ?? 0));
      return new UsageError({ message: `${capital(command?.name ?? invocation)} does not take '${surplus.join(' ')}'`, help: see });
    }
    case 'commander.missingArgument':
      return new UsageError({
        message: `${capital(command?.name ?? invocation)} needs a ${word}`,
        help: [...example(invocation, command), see].join('\n'),
      });
    case 'commander.optionMissingArgument':
      return new UsageError({ message: `${word} needs a value`, help: see });
    default:
      return new UsageError({ message: capital(error.message.replace(/^error: /, '').replace(/\.$/, '')), help: see });
  }
}

function meantCommand(
  { invocation, definitions }: Pick<ProgramOptions, 'invocation' | 'definitions'>,
  word: string,
  argv: readonly string[],
): string[] {
  const [command, explains] = (Object.hasOwn(ELSEWHERE, word) ? ELSEWHERE[word] : undefined) ?? [];
  if (command !== undefined) return [`${command}${explains ? `   # ${explains}` : ''}`];
  const meant = (program: string, name: string) => `did you mean: ${corrected(program, argv, word, name)}`;
  const [other, its] = invocation === 'godwit db' ? (['godwit', DEFINITIONS] as const) : (['godwit db', DATABASE_DEFINITIONS] as const);
  if (its.some(({ name }) => name === word)) return [meant(other, word)];
  return suggest(
    word,
    definitions.map(({ name }) => name),
  ).map((name) => meant(invocation, name));
}

/** The command line again, with one word put right: `--fo=1` keeps its value. */
function corrected(program: string, argv: readonly string[], wrong: string, right: string): string {
  const words = argv.map((argument) =>
    argument === wrong || argument.startsWith(`${wrong}=`) ? right + argument.slice(wrong.length) : argument,
  );
  return [program, ...words.map(shellWord)].join(' ');
}

/** The first example of a command's help, as a line to copy. */
function example(invocation: string, command: CommandDefinition | undefined): string[] {
  const first = command?.examples[0];
  return first ? [`${invocation} ${first.command}   # ${first.explains}`] : [];
}

/** What commander itself would have suggested. */
function flagsOf(message: string): string[] {
  return message.match(/(?<=Did you mean .*)--[\w-]+/g) ?? [];
}
