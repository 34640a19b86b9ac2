import { readLedger } from '@godwit/migrator';
import { type CommandContext, type CommandInput, columns, count, type ExitCode, flagOption, isProduction, withSession } from 'godwit';
import * as v from 'valibot';
import { isSeeded, type SeededTable, type SeedReport, seedDatabase } from '../seeding/index.ts';

const Options = v.object({ check: flagOption, clear: flagOption, acceptDataLoss: flagOption });

/** Loads, checks or clears the seed data. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { check, clear, acceptDataLoss } = v.parse(Options, input.options);
  const mode = check ? 'check' : clear ? 'clear' : 'load';
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    const { production } = await readLedger(client);
    const systems = input.arguments.length > 0 ? input.arguments : undefined;
    const report = await seedDatabase({ client, mode, systems, acceptDataLoss, isProduction: production || isProduction(context) });
    if (context.output.json) context.output.value({ database: database.display, ...report });
    else for (const line of renderReport(context, report)) context.output.line(line);
    return check && !isSeeded(report) ? 2 : 0;
  });
}

function renderReport({ output: { style } }: CommandContext, report: SeedReport): string[] {
  const rows = report.systems.map(({ system, tables }) => {
    const sum = (key: 'rows' | 'inserted' | 'deleted' | 'missing' | 'different') => tables.reduce((total, table) => total + table[key], 0);
    const changes = [changed(sum('inserted'), 'loaded'), changed(sum('deleted'), 'deleted'), ...wrong(tables, report.mode)].filter(
      (text) => text !== '',
    );
    return [
      `  ${style.green('✔')} ${system}`,
      count(tables.length, 'table'),
      count(sum('rows'), 'row'),
      style.dim(changes.join(', ') || 'up to date'),
    ];
  });
  return columns(rows);
}

function changed(number: number, verb: string): string {
  return number === 0 ? '' : `${number.toLocaleString('en')} ${verb}`;
}

/** What `load` leaves alone and `check` is after. */
function wrong(tables: readonly SeededTable[], mode: SeedReport['mode']): string[] {
  return tables.flatMap(({ table, missing, different }) => [
    ...(missing > 0 && mode === 'check' ? [`${table}: ${missing} missing`] : []),
    ...(different > 0 ? [`${table}: ${different} changed since`] : []),
  ]);
}
