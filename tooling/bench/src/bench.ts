/** `pnpm bench [name…]`: runs the benches and prints their figures; see the README. */
import { BENCHES } from './benches/index.ts';
import { BenchUsageError, type CommandLine, parseCommandLine, USAGE } from './command-line.ts';
import { Interrupted } from './interrupted.ts';
import { createProgress } from './progress.ts';
import { countTargets } from './report/report.ts';
import { renderReport } from './report/table.ts';
import { runBenches } from './run-benches.ts';
import { NoBenchServer } from './server/no-bench-server.ts';

const progress = createProgress(process.stderr);
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort(new Interrupted(name)));

try {
  const commandLine = parseCommandLine(process.argv.slice(2), BENCHES);
  process.exitCode = await main(commandLine);
} catch (error) {
  progress.say('');
  const expected = [BenchUsageError, NoBenchServer, Interrupted].some((kind) => error instanceof kind);
  process.stderr.write(`${expected || !(error instanceof Error) ? String(error).replace(/^\w+: /, '') : error.stack}\n`);
  process.exitCode = 1;
}

async function main({ benches, json, list, check, help, rounds, godwit }: CommandLine): Promise<number> {
  if (help || list) {
    const width = Math.max(...benches.map(({ name }) => name.length));
    process.stdout.write(`${help ? USAGE : benches.map(({ name, about }) => `${name.padEnd(width)}  ${about}`).join('\n')}\n`);
    return 0;
  }
  const run = await runBenches({
    benches,
    rounds,
    godwit,
    environment: process.env,
    onProgress: progress.say,
    signal: interruption.signal,
    onReport: (report) => {
      if (!json) process.stdout.write(`${renderReport(report).join('\n')}\n\n`);
    },
  });
  const { targets, missed } = countTargets(run.reports);
  if (json) process.stdout.write(`${JSON.stringify({ ...run, targets, missed })}\n`);
  else process.stdout.write(`${run.server}; Node ${run.node}, ${run.machine}\n${targets - missed} of ${targets} targets met\n`);
  return check && missed > 0 ? 1 : 0;
}
