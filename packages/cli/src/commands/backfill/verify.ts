import type { Verification } from '@godwit/backfill';
import { amount } from '../../backfill/amount.ts';
import { openBackfill } from '../../backfill/open-backfill.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { count } from '../../output/columns.ts';
import { header } from '../../output/header.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';

/** Compares expected with actual over the whole table. Changes nothing. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const [name = ''] = input.arguments;
  const { latestRun, verifyBackfill } = await loadBackfillEngine();
  return withSession<ExitCode>(context, input, async (session) => {
    const { client, database } = session;
    const open = await openBackfill(context, session, name);
    const last = await latestRun(client, name);
    const { output, signal } = context;
    let rows = 0;
    const verification = await verifyBackfill({
      client,
      ...open,
      runId: last?.id ?? null,
      signal,
      observer: (range) => {
        rows += range.rows;
        output.transient(`  ${amount(rows)} rows`);
      },
    });
    output.transient('');
    if (output.json) output.value({ backfill: name, ...verification });
    else {
      output.line(
        header(
          output,
          `Verify ${name}`,
          database.display,
          open.backfill.verify === null ? 'no verify.sql' : `${amount(verification.rows)} rows`,
        ),
      );
      for (const line of lines(context, { name, isDone: last?.state === 'done', verification })) output.line(line);
    }
    return verification.wrongRows + verification.remaining.length > 0 ? 2 : 0;
  });
}

const SHOWN = 5;

interface Report {
  readonly name: string;
  /** Whether its last run is done: then only verification finds what is wrong. */
  readonly isDone: boolean;
  readonly verification: Verification;
}

function lines({ output, invocation }: CommandContext, { name, isDone, verification }: Report): string[] {
  const { wrong, wrongRows, remaining } = verification;
  const { green, red, dim } = output.style;
  if (wrongRows === 0 && remaining.length === 0) return [`  ${green('✔')} all as expected, nothing remains`];
  const more = remaining.length >= 1_000 ? 'at least ' : '';
  return [
    ...(wrongRows === 0 ? [] : [`  ${red('✖')} ${count(wrongRows, 'row is', 'rows are')} wrong`]),
    ...wrong
      .slice(0, SHOWN)
      .map(({ key, expected, actual }) => `      ${key.join(', ')}: expected ${expected ?? 'null'}, found ${actual ?? 'null'}`),
    ...(wrongRows > SHOWN ? [dim(`      … ${wrongRows - Math.min(SHOWN, wrong.length)} more`)] : []),
    ...(remaining.length === 0
      ? []
      : [
          `  ${red('✖')} ${more}${count(remaining.length, 'key remains', 'keys remain')}: ${remaining
            .slice(0, SHOWN)
            .map((key) => key.join(', '))
            .join('; ')}${remaining.length > SHOWN ? ' …' : ''}`,
        ]),
    `next: ${invocation} run ${name}${isDone && wrongRows > 0 ? ' --verify' : ''}`,
  ];
}
