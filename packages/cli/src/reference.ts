import type { CommandDefinition } from './definition.ts';
import { capital } from './output/columns.ts';
import { GLOBAL_OPTIONS } from './program.ts';

/** The command reference as Markdown, from the definitions that the help is made of. */
export function renderReference(options: { readonly invocation: string; readonly definitions: readonly CommandDefinition[] }): string {
  return options.definitions.map((definition) => renderCommand(definition, options.invocation)).join('\n');
}

function renderCommand(definition: CommandDefinition, invocation: string): string {
  const syntax = [invocation, definition.name, ...(definition.arguments ?? []).map((argument) => argument.syntax)].join(' ');
  const rows = [
    ...(definition.arguments ?? []).map(({ syntax: name, description }) => [name, description]),
    ...(definition.options ?? []).map(({ flags, description }) => [flags, description]),
  ];
  return [
    `### ${definition.name}`,
    '',
    `\`${syntax}\``,
    '',
    `${capital(definition.summary)}.${definition.description ? ` ${definition.description.replaceAll('\n', ' ')}` : ''}`,
    '',
    ...(rows.length === 0 ? [] : [...table(rows), '']),
    '```',
    ...definition.examples.map(({ command, explains }) => `${[invocation, command].join(' ')}   # ${explains}`),
    '```',
    '',
  ].join('\n');
}

/** The options that every command takes, as a table. */
export function renderGlobalOptions(): string {
  return table(GLOBAL_OPTIONS.map(({ flags, description }) => [flags, description])).join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return ['| | |', '| --- | --- |', ...rows.map(([name = '', text = '']) => `| \`${cell(name)}\` | ${cell(text)} |`)];
}
