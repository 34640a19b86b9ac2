import { type History, headOf } from '@godwit/history';
import { type Ledger, ledgerHead, nameOfApplied, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { ago } from '../output/time.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';

/** Prints where the database stands: in a pipe just the target, on a terminal with the circumstances. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { output } = context;
  return withSession<ExitCode>(context, input, async ({ database, client }) => {
    const ledger = await readLedger(client);
    const head = ledgerHead(ledger);
    const name = head ? nameOfApplied(head) : 'base';
    if (!output.terminal && !output.json && !output.verbose) {
      output.line(name);
      return 0;
    }
    const history = await openHistory(context);
    const place = describePlace(history, ledger);
    if (output.json) {
      output.value({
        database: database.display,
        revision: name,
        hash: head?.hash ?? null,
        appliedAt: head?.appliedAt ?? null,
        applied: ledger.applied.length,
        ...place,
      });
      return 0;
    }
    const { bold, dim } = output.style;
    const when = head ? `  applied ${ago(head.appliedAt, context.now())}` : '';
    output.line(`${bold(name)}${dim(`${when}  (${place.words})`)}  ${database.display}`);
    if (place.pending > 0) output.line(`next: ${context.invocation} upgrade`);
    return 0;
  });
}

function describePlace(history: History, ledger: Ledger): { readonly words: string; readonly pending: number; readonly ahead: number } {
  const known = new Set(history.revisions.map(({ hash }) => hash));
  const ahead = ledger.applied.filter(({ hash }) => !known.has(hash)).length;
  if (ahead > 0) return { words: `${ahead} ahead of this disk`, pending: 0, ahead };
  if (history.heads.length > 1) return { words: `${history.heads.length} heads on disk`, pending: 0, ahead };
  const head = headOf(history);
  const pending = history.revisions.length - ledger.applied.length;
  if (head === null) return { words: 'no revisions on disk', pending: 0, ahead };
  return { words: pending === 0 ? 'head' : `${pending} pending`, pending, ahead };
}
