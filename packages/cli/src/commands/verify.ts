import { assertSound, type History } from '@godwit/history';
import { type CheckBook, chooseChecks, readChecks } from '@godwit/verify';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { count } from '../output/columns.ts';
import { reportError } from '../output/report-error.ts';
import { openHistory } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';
import { databaseFlag } from '../session/select-database.ts';
import { UsageError } from '../usage-error.ts';
import { printSummary } from '../verify/print-summary.ts';
import { brokenCycles, countOf, type Verification } from '../verify/verification.ts';
import { verificationAsData } from '../verify/verification-as-data.ts';
import { verifyLive } from '../verify/verify-live.ts';
import { verifyThrowaway } from '../verify/verify-throwaway.ts';
import { junitFile } from '../verify/write-junit.ts';

const Options = v.object({ only: v.optional(v.string()), writes: flagOption, junit: v.optional(v.string()) });

type Options = v.InferOutput<typeof Options>;

/** Makes the checks of `migrations/verify/`: on a throwaway database, or on the one that is named. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = parseOptions(input);
  const history = await openHistory(context);
  assertSound(history);
  const book = await readChecks(history);
  if (book.problems.length > 0) return reportProblems(context, book);
  const report = options.junit === undefined ? null : junitFile(context, options.junit);
  const started = performance.now();
  const verification = await verify(context, input, { history, book, options });
  const ms = performance.now() - started;
  report?.write(verification);
  if (context.output.json) context.output.value(verificationAsData(verification, ms));
  else printSummary(context, verification, ms);
  return exitCodeOf(verification);
}

/** @throws UsageError */
function parseOptions(input: CommandInput): Options {
  const options = v.parse(Options, input.options);
  if (options.writes && databaseFlag(input) === null)
    throw new UsageError({
      message: '--writes is for a database that others use',
      help: 'leave it out: on a throwaway database every check is made\nor name the database: godwit verify --database URL --writes',
    });
  if (options.only?.trim() === '') throw new UsageError({ message: '--only is empty', help: 'part of a name: --only "*trigger*"' });
  if (options.junit?.trim() === '') throw new UsageError({ message: '--junit is empty', help: 'name a file: --junit verify.xml' });
  return options;
}

/** All of them at once: whoever writes checks corrects several in one go. Nothing is verified with half of a file. */
function reportProblems(context: CommandContext, { problems, folder }: CheckBook): ExitCode {
  const { output, invocation } = context;
  for (const problem of problems) reportError(output, problem, invocation);
  if (!output.json && problems.length > 1) output.note(`${count(problems.length, 'problem')} in ${folder}; nothing was verified`);
  return 1;
}

interface Verifying {
  readonly history: History;
  readonly book: CheckBook;
  readonly options: Options;
}

async function verify(context: CommandContext, input: CommandInput, { history, book, options }: Verifying): Promise<Verification> {
  const { only = null, writes } = options;
  const systems = input.arguments;
  const checks = chooseChecks(book, { systems, only });
  const request = { history, checks, writes, systems: book.systems, narrowed: only !== null || systems.length > 0 };
  return databaseFlag(input) === null ? await verifyThrowaway(context, input, request) : await verifyLive(context, input, request);
}

function exitCodeOf(verification: Verification): ExitCode {
  if (countOf(verification, 'error') + verification.errors.length > 0) return 1;
  return countOf(verification, 'failed') + brokenCycles(verification).length > 0 ? 2 : 0;
}
