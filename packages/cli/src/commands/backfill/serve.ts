import type { Backfill, Schedule } from '@godwit/backfill';
import { connect, withClient } from '@godwit/postgres';
import * as v from 'valibot';
import { backfillFolder, ensureBackfillLedger, openBackfill } from '../../backfill/open-backfill.ts';
import { printServe } from '../../backfill/print-serve.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { explainServerError } from '../../session/explain-server-error.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { countOption } from '../../session/options.ts';
import { selectDatabase } from '../../session/select-database.ts';
import { UsageError } from '../../usage-error.ts';

const DEFAULT_VERIFY_AT = '0 4 * * *';

const Options = v.object({ workers: countOption('--workers'), verifyAt: v.optional(v.string(), DEFAULT_VERIFY_AT) });

/** Runs what is scheduled and queued, and verifies what is done each night, until Ctrl-C. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { workers, verifyAt } = v.parse(Options, input.options);
  const { serveBackfills, QueueNeedsServer } = await loadBackfillEngine();
  const schedule = await verification(verifyAt);
  const backfills = await loadAll(context);
  const database = await selectDatabase(context, input);
  if (database.embedded) throw new QueueNeedsServer();
  const { signal, version } = context;
  const settings = { ...database.settings, applicationName: `godwit ${version}` };
  try {
    await withClient(settings, ensureBackfillLedger, { signal });
    await serveBackfills({
      connect: () => connect(settings),
      backfills,
      open: (client, name) => openBackfill(context, { client }, name),
      workers,
      verifyAt: schedule,
      signal,
      observer: printServe(context, database),
    });
    return 0;
  } catch (error) {
    throw explainServerError(error, settings.user);
  }
}

async function verification(text: string): Promise<Schedule | null> {
  if (text === 'off') return null;
  const { looksLikeCron } = await loadBackfillEngine();
  if (looksLikeCron(text)) return { cron: text, timezone: 'UTC' };
  throw new UsageError({
    message: `--verify-at does not understand '${text}'`,
    help: `the five fields of cron in UTC, or off: --verify-at '${DEFAULT_VERIFY_AT}'`,
  });
}

async function loadAll(context: CommandContext): Promise<readonly Backfill[]> {
  const { listBackfills, loadBackfill, NoBackfills } = await loadBackfillEngine();
  const { root, shown } = backfillFolder(context);
  const names = listBackfills(root);
  if (names.length === 0) throw new NoBackfills(shown);
  return await Promise.all(names.map((name) => loadBackfill(root, shown, name)));
}
