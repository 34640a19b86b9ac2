import { type CommandContext, columns, count, header } from 'godwit';
import type { SeededSystem, SeededTable, SeedReport } from '../seeding/index.ts';

type Style = CommandContext['output']['style'];

/** The database, then a line a system; below it the tables that are not as the seed data have them, unless the whole system is missing. */
export function renderSeeds(
  { output, invocation }: Pick<CommandContext, 'output' | 'invocation'>,
  display: string,
  report: SeedReport,
): string[] {
  const { mode, systems } = report;
  const { style } = output;
  const rows = systems.map((seeded) => [
    `  ${glyph(seeded, mode, style)} ${seeded.system}`,
    count(seeded.tables.length, 'table'),
    count(sum(seeded, 'rows'), 'row'),
    style.dim(summary(seeded, mode)),
  ]);
  const lines = columns(rows);
  const missing = mode === 'check' && systems.some((seeded) => sum(seeded, 'missing') > 0);
  return [
    header(output, 'Seeds', display, count(systems.length, 'system')),
    ...systems.flatMap((seeded, index) => [lines[index] ?? '', ...details(seeded, mode).map(style.dim)]),
    ...(missing ? [`next: ${invocation} seed`] : []),
  ];
}

type Quantity = 'rows' | 'inserted' | 'deleted' | 'missing' | 'different';

function sum({ tables }: SeededSystem, quantity: Quantity): number {
  return tables.reduce((total, table) => total + table[quantity], 0);
}

function glyph(seeded: SeededSystem, mode: SeedReport['mode'], style: Style): string {
  if (mode === 'check' && sum(seeded, 'missing') > 0) return style.red('✖');
  return mode !== 'clear' && sum(seeded, 'different') > 0 ? style.yellow('!') : style.green('✔');
}

function summary(seeded: SeededSystem, mode: SeedReport['mode']): string {
  const parts = [
    words(sum(seeded, 'inserted'), 'loaded'),
    words(sum(seeded, 'deleted'), 'deleted'),
    ...wrong({ missing: sum(seeded, 'missing'), different: sum(seeded, 'different') }, mode),
  ];
  return parts.filter((text) => text !== '').join(', ') || (mode === 'clear' ? 'nothing to delete' : 'up to date');
}

function details({ tables }: SeededSystem, mode: SeedReport['mode']): string[] {
  if (mode === 'check' && tables.every(({ rows, missing }) => rows === missing)) return [];
  return columns(
    tables.flatMap((table) => {
      const parts = wrong(table, mode);
      return parts.length === 0 ? [] : [[`      ${table.table}`, parts.join(', ')]];
    }),
  );
}

/** What `load` leaves alone and `check` is after. */
function wrong({ missing, different }: Pick<SeededTable, 'missing' | 'different'>, mode: SeedReport['mode']): string[] {
  if (mode === 'clear') return [];
  return [words(mode === 'check' ? missing : 0, 'missing'), words(different, 'changed since')].filter((text) => text !== '');
}

function words(number: number, what: string): string {
  return number === 0 ? '' : `${number.toLocaleString('en')} ${what}`;
}
