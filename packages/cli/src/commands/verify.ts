import { assertSound } from '@godwit/history';
import { chooseChecks, readChecks } from '@godwit/verify';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { reportError } from '../output/report-error.ts';
import { openHistory } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';
import { databaseFlag } from '../session/select-database.ts';
import { UsageError } from '../usage-error.ts';
import { printSummary } from '../verify/print-verification.ts';
import { countOf } from '../verify/verification.ts';
import { verifyLive } from '../verify/verify-live.ts';
import { verifyThrowaway } from '../verify/verify-throwaway.ts';

const Options = v.object({ only: v.optional(v.string(), ''), writes: flagOption, junit: v.optional(v.string()) });

/** Makes the checks of `migrations/verify/`: on a throwaway database, or on the one that is named. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { only, writes } = v.parse(Options, input.options);
  const live = databaseFlag(input) !== null;
  if (writes && !live)
    throw new UsageError({
      message: '--writes is for a database that others use',
      help: 'leave it out: on a throwaway database every check is made\nelse name the database: godwit verify --database URL --writes',
    });
  const history = await openHistory(context);
  assertSound(history);
  const book = await readChecks(history);
  if (book.problems.length > 0) {
    for (const problem of book.problems) reportError(context.output, problem, context.invocation);
    return 1;
  }
  const checks = chooseChecks(book, { systems: input.arguments, only: only === '' ? null : only });
  const started = performance.now();
  const verification = await (live ? verifyLive : verifyThrowaway)(context, input, { history, checks, writes });
  printSummary(context, verification, performance.now() - started);
  if (countOf(verification, 'error') + verification.errors.length > 0) return 1;
  return countOf(verification, 'failed') > 0 ? 2 : 0;
}
