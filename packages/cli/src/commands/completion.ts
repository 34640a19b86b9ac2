import type { CommandContext } from '../context.ts';
import type { CommandDefinition, CommandInput, ExitCode } from '../definition.ts';
import { DEFINITIONS } from '../definitions/index.ts';
import { GLOBAL_OPTIONS } from '../program.ts';
import { openHistory } from '../session/open-history.ts';
import { UsageError } from '../usage-error.ts';

/** Asked by the printed scripts themselves, to list revision names. */
const LIST_TARGETS = '__targets';

/** Prints a completion script made from the same definitions as the help. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const [shell = ''] = input.arguments;
  if (shell === LIST_TARGETS) {
    const history = await openHistory(context);
    context.output.line(['head', 'base', '+1', '-1', ...history.revisions.map(({ name }) => name)].join('\n'));
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
  const flags = [...(definition.options ?? []), ...GLOBAL_OPTIONS, { flags: '--help' }].flatMap((option) => option.flags.split(/[ ,]+/));
  return flags.filter((flag) => flag.startsWith('--'));
}

function takesTarget(definition: CommandDefinition): boolean {
  return definition.arguments?.some(({ completes }) => completes === 'target') ?? false;
}

function bashScript(definitions: readonly CommandDefinition[]): string {
  const cases = definitions.map((definition) => {
    const targets = takesTarget(definition) ? ` $(godwit completion ${LIST_TARGETS} 2>/dev/null)` : '';
    return `    ${definition.name}) words="${optionNames(definition).join(' ')}${targets}" ;;`;
  });
  return `_godwit() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="${definitions.map(({ name }) => name).join(' ')}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _godwit godwit
`;
}

function zshScript(definitions: readonly CommandDefinition[]): string {
  return `#compdef godwit
autoload -U +X bashcompinit && bashcompinit
${bashScript(definitions)}`;
}

function fishScript(definitions: readonly CommandDefinition[]): string {
  const lines = definitions.flatMap((definition) => {
    const here = `-n '__fish_seen_subcommand_from ${definition.name}'`;
    return [
      `complete -c godwit -f -n __fish_use_subcommand -a ${definition.name} -d '${definition.summary.replaceAll("'", "\\'")}'`,
      ...optionNames(definition).map((flag) => `complete -c godwit ${here} -l ${flag.slice(2)}`),
      ...(takesTarget(definition) ? [`complete -c godwit ${here} -f -a '(godwit completion ${LIST_TARGETS} 2>/dev/null)'`] : []),
    ];
  });
  return `${lines.join('\n')}\n`;
}
