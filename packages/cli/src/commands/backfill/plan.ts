import type { BackfillPlan, WrittenTable } from '@godwit/backfill';
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
  const { rows, ms, walBytes, projectedMs, projectedWalBytes, written } = tried;
  return [
    ...plans,
    '',
    `  one batch, rolled back: ${amount(rows)} rows walked, ${duration(ms)}, ${bytes(walBytes)} WAL`,
    `  all of it, one worker:  about ${duration(projectedMs)}, ${bytes(projectedWalBytes)} WAL`,
    ...(written.length === 0
      ? ['  nothing was written: these rows are as they should be']
      : written.flatMap((table) => writtenLines(output.width, table))),
    '',
  ];
}

/** How many rows of a table the batch has written, and some of them. */
function writtenLines(width: number, { name, inserted, updated, deleted, key, rows }: WrittenTable): string[] {
  const counts = [
    { number: inserted, words: 'inserted' },
    { number: updated, words: 'updated' },
    { number: deleted, words: 'deleted' },
  ].flatMap(({ number, words }) => (number === 0 ? [] : [`${amount(number)} ${words}`]));
  const samples = rows.flatMap(({ before, after }) => {
    const signs =
      before === null
        ? [{ sign: '+', row: after }]
        : [
            { sign: '-', row: only(before, after, key) },
            { sign: '+', row: only(after, before, key) },
          ];
    return signs.map(({ sign, row }) => `    ${sign} ${fit(JSON.stringify(row), width - 6)}`);
  });
  return [`  ${name}: ${counts.join(', ')}`, ...samples];
}

const Row = v.record(v.string(), v.unknown());

/** Of a row the key, and what another version of it has otherwise. */
function only(row: unknown, other: unknown, key: readonly string[]): unknown {
  const [one, another] = [v.parse(Row, row), v.parse(Row, other)];
  return Object.fromEntries(
    Object.entries(one).filter(([name, value]) => key.includes(name) || JSON.stringify(value) !== JSON.stringify(another[name])),
  );
}
