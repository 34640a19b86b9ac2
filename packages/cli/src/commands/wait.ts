import { waitForServer } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { duration } from '../output/time.ts';
import { durationOption } from '../session/options.ts';
import { selectDatabase } from '../session/select-database.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

const Options = v.object({ timeout: durationOption('--timeout') });

/** Waits until the server accepts connections; what waiting cannot mend ends it at once. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { timeout } = v.parse(Options, input.options);
  const { output } = context;
  const database = await selectDatabase(context, input);
  const started = context.now().getTime();
  await waitForServer(database.settings, {
    timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS,
    signal: context.signal,
    onAttempt: () => output.transient(`waiting for ${database.display} …`),
  });
  output.transient('');
  const waitedMs = context.now().getTime() - started;
  if (output.json) output.value({ database: database.display, ready: true, waitedMs });
  else output.line(`${output.style.green('✔')} ${database.display} answers${waitedMs > 1000 ? `, after ${duration(waitedMs)}` : ''}`);
  return 0;
}
