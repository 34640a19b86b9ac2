import type { Drift, SeenDrift, Way } from '@godwit/drift';
import { countObjects, countsInWords } from '../compare/compared.ts';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { renameInWords } from '../revision/rename-in-words.ts';
import { adoptScript, repairScript } from './script-of.ts';

export interface FoundDrift {
  readonly drift: SeenDrift;
  /** Null where there was no database to try statements on. */
  readonly ways: Pick<Drift, 'renames' | 'repair' | 'adopt'> | null;
  /** As it was selected: `app @ db.internal`. */
  readonly database: string;
  readonly revision: string;
}

export function printDriftAsData({ output }: CommandContext, { drift, ways, database, revision }: FoundDrift): void {
  const { findings, ignored, unseen, catalog } = drift;
  const way = (chosen: Way, script: Iterable<string>) => ({ sql: [...script].join('\n'), parts: chosen.parts, left: chosen.left });
  output.value({
    database,
    revision,
    equal: findings.length === 0,
    findings,
    renames: ways?.renames ?? [],
    repair: ways && way(ways.repair, repairScript(ways.repair)),
    adopt: ways && way(ways.adopt, adoptScript(ways.adopt)),
    ignored,
    notCompared: unseen,
    compared: countObjects(catalog),
  });
}

const GLYPHS = { added: ['+', 'green'], removed: ['-', 'red'], changed: ['~', 'yellow'] } as const;

export function printDrift({ output, invocation }: CommandContext, { drift, ways, database, revision }: FoundDrift): void {
  const { bold, dim, green, yellow } = output.style;
  const { findings, ignored, unseen, catalog } = drift;
  output.line(`${bold('Drift')}  ${database}  against ${revision}`);
  for (const { kind, words } of findings) {
    const [glyph, colour] = GLYPHS[kind];
    for (const line of words) output.line(`  ${output.style[colour](glyph)} ${line}`);
  }
  for (const rename of ways?.renames ?? []) output.line(`  ${yellow('?')} ${renameInWords(rename)} is taken for a new name`);
  const circumstances = [...(ignored === 0 ? [] : [`${count(ignored, 'difference')} ignored by drift.ignore`]), ...notCompared(unseen)];
  if (findings.length === 0) {
    output.line(`${green('✔')} no drift: ${countsInWords(countObjects(catalog))} are as the revisions make them`);
    for (const line of circumstances) output.line(dim(`  ${line}`));
    return;
  }
  output.line(count(findings.length, 'difference'));
  for (const line of circumstances) output.line(dim(`  ${line}`));
  if (ways === null) {
    output.line(`next: ${invocation} drift  ${dim('(where a shadow database can be made: it finds the SQL, and tries it there)')}`);
    return;
  }
  const { repair, adopt } = ways;
  printWay(output, bold('To bring the database back'), { left: repair.left, script: [...repairScript(repair)] });
  printWay(output, bold('To make it the next revision'), { left: adopt.left, script: [...adoptScript(adopt)] });
  output.line();
  output.line(`next: ${invocation} drift --repair  ${dim('(the first alone: read it, then give it to psql)')}`);
  output.line(`      ${invocation} drift --adopt  ${dim('(the second alone: for current.sql; after commit, stamp this database)')}`);
}

function notCompared(unseen: readonly string[]): readonly string[] {
  return unseen.map((line) => `not compared: ${line}`);
}

interface ShownWay {
  readonly script: readonly string[];
  readonly left: readonly string[];
}

function printWay(output: CommandContext['output'], title: string, { script, left }: ShownWay): void {
  output.line();
  output.line(title);
  for (const line of script) for (const part of line.split('\n')) output.line(part === '' ? '' : `  ${part}`);
  if (script.length === 0 && left.length === 0) output.line(output.style.dim('  nothing to do'));
  for (const line of left) output.line(`  ${output.style.yellow('!')} no statement of ours does this: ${line}`);
}

/** SQL alone on stdout; what it does not do is said beside it. */
export function printDriftScript({ output }: CommandContext, { left }: Pick<Way, 'left'>, script: Iterable<string>): void {
  for (const line of script) output.line(line);
  for (const line of left) output.note(`${output.errorStyle.yellow('!')} no statement of ours does this: ${line}`);
}
