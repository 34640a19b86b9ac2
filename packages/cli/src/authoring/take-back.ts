import { ledgerHead, nameOfApplied, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { displayPath } from '../session/open-history.ts';
import type { Session } from '../session/open-session.ts';
import { refuseOnProduction } from '../session/production.ts';

/** Takes back what watch has applied, also when its way back was never computed. */
export async function takeBack(context: CommandContext, session: Session): Promise<ExitCode> {
  const { output } = context;
  const { client, database } = session;
  const ledger = await readLedger(client);
  refuseOnProduction(context, 'watch', database.display, ledger);
  const done = ledger.attempt === null ? false : await undoAttempt(context, session);
  const head = ledgerHead(ledger);
  const revision = head === null ? 'base' : nameOfApplied(head);
  if (output.json) output.value({ database: database.display, revision, takenBack: done });
  else if (done) output.line(`${output.style.yellow('↶')} current.sql is taken back; ${database.display} is at ${revision}`);
  else if (ledger.current === null) output.line(`nothing is applied on top of ${revision}, where ${database.display} stands`);
  else return tellForeign(context);
  return 0;
}

/** Brings the database back to its revision, so that another one can follow. @returns whether there was something to take back */
export async function undoAttempt(context: CommandContext, { client, connect, database }: Session): Promise<boolean> {
  const { Attempts } = await loadAuthoring();
  const attempts = await Attempts.open({
    client,
    connect,
    settings: executeSettings(context, NO_OPTIONS, { gmrc: await openGmrc(context), settings: database.settings }),
    origin: database.settings.origin,
    folder: displayPath(context, context.config().migrationsFolder),
  });
  return await attempts.undo(context.signal);
}

function tellForeign({ output, invocation }: CommandContext): ExitCode {
  output.note(`${output.errorStyle.yellow('!')} current.sql was applied by graphile-migrate, which knows no way back: nothing was changed`);
  output.note(`next: undo by hand what it did, blank current.sql, and ${invocation} watch --once`);
  return 1;
}
