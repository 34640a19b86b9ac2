import * as v from 'valibot';
import { latestProgressOf } from '../../backfill/latest-progress-of.ts';
import { ensureBackfillLedger } from '../../backfill/open-backfill.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { columnsWithin, count } from '../../output/columns.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';
import { countOption } from '../../session/options.ts';

const DEFAULT_LIMIT = 20;

const Options = v.object({ limit: countOption('--limit') });

/** The rows that could not be done, and PostgreSQL's words for why. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { limit = DEFAULT_LIMIT } = v.parse(Options, input.options);
  const [name = ''] = input.arguments;
  const { listDeadRows } = await loadBackfillEngine();
  return withSession<ExitCode>(context, input, async ({ client }) => {
    await ensureBackfillLedger(client);
    const { id, dead } = await latestProgressOf(context, client, name);
    const rows = await listDeadRows(client, id, limit);
    const { output, invocation } = context;
    const { style, width } = output;
    if (output.json) output.value({ backfill: name, dead, rows });
    else if (rows.length === 0) output.line(`${style.green('✔')} ${name} has no dead rows`);
    else {
      output.line(`${count(dead, 'dead row')} of ${name}`);
      const cells = rows.map(({ key, sqlState, message, detail }) => [
        `  ${style.red('✖')} ${key.join(', ')}`,
        sqlState,
        detail === null ? message : `${message} (${detail})`,
      ]);
      for (const line of columnsWithin(cells, { width, flexible: 2, least: 20 })) output.line(line);
      if (dead > rows.length) output.line(style.dim(`  … ${dead - rows.length} more (--limit ${dead})`));
      output.line(`next: mend their data, then ${invocation} retry ${name}; or let them be: ${invocation} set ${name} deadRows=${dead}`);
    }
    return rows.length > 0 ? 2 : 0;
  });
}
