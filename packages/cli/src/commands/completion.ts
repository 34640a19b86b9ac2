import { backfillFolder } from '../backfill/open-backfill.ts';
import type { CommandContext } from '../context.ts';
import type { CommandDefinition, CommandInput, ExitCode } from '../definition.ts';
import { BACKFILL_DEFINITIONS } from '../definitions/backfill.ts';
import { DATABASE_DEFINITIONS } from '../definitions/database.ts';
import { DEFINITIONS } from '../definitions/index.ts';
import { optionsOf } from '../program.ts';
import { loadBackfillEngine } from '../session/load-backfill-engine.ts';
import { openHistory } from '../session/open-history.ts';
import { UsageError } from '../usage-error.ts';

/** Asked by the printed scripts themselves, to list names of revisions, of backfills and of systems with checks. */
const LIST_TARGETS = '__targets';
const LIST_BACKFILLS = '__backfills';
const LIST_SYSTEMS = '__systems';

/** Programs of their own behind `godwit`. */
const PROGRAMS: readonly { readonly name: string; readonly summary: string; readonly definitions: readonly CommandDefinition[] }[] = [
  { name: 'db', summary: 'the embedded server', definitions: DATABASE_DEFINITIONS },
  { name: 'backfill', summary: 'data from one shape to the next', definitions: BACKFILL_DEFINITIONS },
];

/** Prints a completion script made from the same definitions as the help. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const [shell = ''] = input.arguments;
  if (shell === LIST_TARGETS) {
    const history = await openHistory(context);
    context.output.line(['head', 'base', '+1', '-1', ...history.revisions.map(({ name }) => name)].join('\n'));
    return 0;
  }
  if (shell === LIST_BACKFILLS) {
    const { listBackfills } = await loadBackfillEngine();
    context.output.line(listBackfills(backfillFolder(context).root).join('\n'));
    return 0;
  }
  if (shell === LIST_SYSTEMS) {
    const { listSystems } = await import('@godwit/verify');
    context.output.line(listSystems(context.config().migrationsFolder).join('\n'));
    return 0;
  }
  const write = SCRIPTS[shell];
  if (!write) {
    throw new UsageError({
      message: `There is no completion for the shell '${shell}'`,
      help: `one of: ${Object.keys(SCRIPTS).join(', ')}`,
    });
  }
  context.output.raw(write(DEFINITIONS));
  return 0;
}

const SCRIPTS: Readonly<Record<string, (definitions: readonly CommandDefinition[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

function optionNames(definition: CommandDefinition): string[] {
  const flags = [...optionsOf(definition), { flags: '--help' }].flatMap((option) => option.flags.split(/[ ,]+/));
  return flags.filter((flag) => flag.startsWith('--'));
}

/** What may stand as an argument: names of revisions, backfills or systems asked of `godwit` itself, the shells, or nothing. */
function argumentWords(definition: CommandDefinition, ask: (list: string) => string): string {
  const kinds = definition.arguments?.map(({ completes }) => completes) ?? [];
  if (kinds.includes('target')) return ask(LIST_TARGETS);
  if (kinds.includes('backfill')) return ask(LIST_BACKFILLS);
  if (kinds.includes('system')) return ask(LIST_SYSTEMS);
  return kinds.includes('shell') ? Object.keys(SCRIPTS).join(' ') : '';
}

function names(definitions: readonly CommandDefinition[]): string {
  return definitions.map(({ name }) => name).join(' ');
}

function bashScript(definitions: readonly CommandDefinition[]): string {
  const cases = (indent: string, of: readonly CommandDefinition[]) =>
    of.map((definition) => {
      const words = argumentWords(definition, (list) => `$("\${COMP_WORDS[0]}" completion ${list} 2>/dev/null)`);
      return `${indent}${definition.name}) options="${optionNames(definition).join(' ')}"; [[ $word == -* ]] || words="${words}" ;;`;
    });
  const program = (name: string, of: readonly CommandDefinition[]) => `    ${name})
      case "\${COMP_WORDS[2]}" in
${cases('        ', of).join('\n')}
      esac
      [[ $COMP_CWORD -eq 2 ]] && words="${names(of)}" ;;`;
  return `_godwit() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options="" words=""
  case "\${COMP_WORDS[1]}" in
${cases('    ', definitions).join('\n')}
${PROGRAMS.map(({ name, definitions: own }) => program(name, own)).join('\n')}
  esac
  [[ $COMP_CWORD -eq 1 ]] && words="${names(definitions)} ${PROGRAMS.map(({ name }) => name).join(' ')} help"
  [[ $word == -* ]] && words="$options"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _godwit godwit
`;
}

function zshScript(definitions: readonly CommandDefinition[]): string {
  return `#compdef godwit
autoload -U +X bashcompinit && bashcompinit
${bashScript(definitions)}`;
}

function fishScript(definitions: readonly CommandDefinition[]): string {
  const words = (condition: string, definition: CommandDefinition) =>
    `complete -c godwit -f -n "${condition}" -a ${definition.name} -d '${definition.summary.replaceAll("'", "\\'")}'`;
  const details = (condition: string, definition: CommandDefinition) => {
    const argument = argumentWords(definition, (list) => `(godwit completion ${list} 2>/dev/null)`);
    return [
      ...optionNames(definition).map((flag) => `complete -c godwit -n "${condition}" -l ${flag.slice(2)}`),
      ...(argument === '' ? [] : [`complete -c godwit -f -n "${condition}" -a '${argument}'`]),
    ];
  };
  const inNone = PROGRAMS.map(({ name }) => `; and not __fish_seen_subcommand_from ${name}`).join('');
  const lines = [
    ...definitions.flatMap((definition) => [
      words('__fish_use_subcommand', definition),
      ...details(`__fish_seen_subcommand_from ${definition.name}${inNone}`, definition),
    ]),
    ...PROGRAMS.flatMap(({ name, summary, definitions: own }) => [
      `complete -c godwit -f -n __fish_use_subcommand -a ${name} -d '${summary}'`,
      ...own.flatMap((definition) => [
        words(`__fish_seen_subcommand_from ${name}`, definition),
        ...details(`__fish_seen_subcommand_from ${name}; and __fish_seen_subcommand_from ${definition.name}`, definition),
      ]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
