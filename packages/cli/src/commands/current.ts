import { type History, MissingMigrationsFolder } from '@godwit/history';
import { ledgerHead, nameOfApplied, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { flow } from '../output/columns.ts';
import { ago } from '../output/time.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { type Place, placeOf } from '../session/place.ts';
import { fittingName } from '../session/revision-names.ts';

/** Prints where the database stands: in a pipe just the target, on a terminal with the circumstances. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { output } = context;
  return withSession<ExitCode>(context, input, async ({ database, client }) => {
    const ledger = await readLedger(client);
    if (!output.terminal && !output.json && !output.verbose) {
      const last = ledgerHead(ledger);
      output.line(last ? nameOfApplied(last) : 'base');
      return 0;
    }
    const history = await openHistoryIfThere(context);
    const place = placeOf(history, ledger);
    const { name, head, pending, ahead } = place;
    if (output.json) {
      output.value({
        database: database.display,
        revision: name,
        hash: head?.hash ?? null,
        appliedAt: head?.appliedAt ?? null,
        applied: ledger.applied.length,
        pending,
        ahead,
        current: ledger.current !== null,
      });
      return 0;
    }
    const { bold, dim } = output.style;
    const when = head ? `applied ${ago(head.appliedAt, context.now())}` : '';
    const written = ledger.current === null ? [] : ['+ current.sql'];
    const parts = [
      bold(fittingName(name, output.width)),
      ...written,
      dim(when),
      dim(`(${placeInWords(history, place)})`),
      database.display,
    ];
    for (const line of flow(parts, output.width)) output.line(line);
    if (pending > 0) output.line(`next: ${context.invocation} upgrade`);
    return 0;
  });
}

/** Where a database stands can be asked from anywhere. */
async function openHistoryIfThere(context: CommandContext): Promise<History> {
  try {
    return await openHistory(context);
  } catch (error) {
    if (error instanceof MissingMigrationsFolder) return { folder: error.folder, revisions: [], heads: [], problems: [] };
    throw error;
  }
}

function placeInWords(history: History, { head, pending, ahead }: Place): string {
  if (history.revisions.length === 0) return 'no revisions on this disk';
  if (ahead > 0) return `${ahead} ahead of this disk`;
  if (history.heads.length > 1) return `${history.heads.length} heads on disk`;
  if (pending > 0) return `${pending} pending`;
  return head === null ? 'base' : 'head';
}
