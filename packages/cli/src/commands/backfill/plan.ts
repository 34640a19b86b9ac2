import type { BackfillPlan, TriedBatch } from '@godwit/backfill';
import * as v from 'valibot';
import { amount, bytes } from '../../backfill/amount.ts';
import { openBackfill } from '../../backfill/open-backfill.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { fit } from '../../output/columns.ts';
import { header } from '../../output/header.ts';
import { duration } from '../../output/time.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';
import { flagOption } from '../../session/options.ts';

const Options = v.object({ acceptScan: flagOption });

/** What a run would do: EXPLAIN, a batch that is rolled back, time and WAL of the whole. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { acceptScan } = v.parse(Options, input.options);
  const [name = ''] = input.arguments;
  const { planBackfill } = await loadBackfillEngine();
  return withSession<ExitCode>(context, input, async (session) => {
    const { client, database } = session;
    const open = await openBackfill(context, session, name);
    const plan = await planBackfill({ client, ...open, signal: context.signal, acceptScan });
    const { output, invocation } = context;
    if (output.json) output.value({ backfill: name, table: open.table.name, key: open.table.key, ...plan });
    else {
      output.line(
        header(
          output,
          `Plan ${name}`,
          database.display,
          `${amount(open.table.rows)} rows by ${open.table.key.map((column) => column.name).join(', ')}`,
        ),
      );
      output.line(`  ${open.backfill.definition.about}`);
      for (const line of lines(context, plan)) output.line(line);
      output.line(`next: ${invocation} run ${name}`);
    }
    return 0;
  });
}

function lines({ output }: CommandContext, { explained, tried }: BackfillPlan): string[] {
  const { dim, bold } = output.style;
  const plans = explained.flatMap(({ file, plan }) => [
    '',
    `  ${bold(file)}`,
    ...plan.split('\n').map((line) => dim(`    ${fit(line, output.width - 4)}`)),
  ]);
  if (tried === null) return [...plans, ''];
  const { rows, changed, ms, walBytes, projectedMs, projectedWalBytes } = tried;
  return [
    ...plans,
    '',
    `  one batch, rolled back: ${amount(rows)} rows walked, ${amount(changed)} written, ${duration(ms)}, ${bytes(walBytes)} WAL`,
    `  all of it, one worker:  about ${duration(projectedMs)}, ${bytes(projectedWalBytes)} WAL`,
    ...sample(output.width, tried),
    '',
  ];
}

/** Rows of the walked table that the batch has changed; none when it writes elsewhere. */
function sample(width: number, { before, after }: TriedBatch): string[] {
  const changed = before.flatMap((row, index) => {
    const [old, now] = [JSON.stringify(row), JSON.stringify(after[index])];
    return old === now ? [] : [`    - ${fit(old, width - 6)}`, `    + ${fit(now, width - 6)}`];
  });
  return changed.length === 0 ? [] : ['  for example:', ...changed];
}
