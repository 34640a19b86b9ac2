import { assertSound } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import { withClient } from '@godwit/postgres';
import * as v from 'valibot';
import { printWatch } from '../authoring/print-watch.ts';
import { takeBack } from '../authoring/take-back.ts';
import { watchOptions } from '../authoring/watch-options.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { header } from '../output/header.ts';
import { explainServerError } from '../session/explain-server-error.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { refuseOnProduction } from '../session/production.ts';
import { type SelectedDatabase, selectDatabase } from '../session/select-database.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ once: flagOption, undo: flagOption });

/** Applies the revision that is being written on each save, until Ctrl-C; or once; or takes it back. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { once, undo } = v.parse(Options, input.options);
  if (once && undo)
    throw new UsageError({ message: '--once and --undo are two things', help: 'godwit watch --once, or godwit watch --undo' });
  if (undo) return withSession(context, input, (session) => takeBack(context, session), { interruptible: false });
  assertSound(await openHistory(context));
  const { watch, watchOnce } = await loadAuthoring();
  const database = await selectDatabase(context, input);
  await refuseProduction(context, database);
  const printer = printWatch(context);
  const options = await watchOptions(context, input, { database, observer: printer.observe });
  if (!context.output.json && !once) context.output.line(header(context.output, 'Watch', database.display, 'Ctrl-C ends it'));
  try {
    await (once ? watchOnce(options) : watch(options));
  } catch (error) {
    throw explainServerError(error, database.settings.user);
  }
  printer.finish();
  return 0;
}

async function refuseProduction(context: CommandContext, { settings, display }: SelectedDatabase): Promise<void> {
  await withClient(settings, async (client) => refuseOnProduction(context, 'watch', display, await readLedger(client)));
}
