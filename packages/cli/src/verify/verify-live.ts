import { shellWord } from '@godwit/diagnostics';
import type { History, Position } from '@godwit/history';
import { currentPosition, type Ledger, readLedger } from '@godwit/migrator';
import { type Check, checksAt, LIVE_LOCK_TIMEOUT_MS, LIVE_STATEMENT_TIMEOUT_MS, runChecks } from '@godwit/verify';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { appliedErrors } from '../session/applied-errors.ts';
import { withSession } from '../session/open-session.ts';
import { placeOf } from '../session/place.ts';
import { databaseFlag } from '../session/select-database.ts';
import { PlaceUnknown } from './errors.ts';
import { printVerifyHead, resultPrinter } from './print-verification.ts';
import type { Verification } from './verification.ts';

export interface VerifyRequest {
  readonly history: History;
  readonly checks: readonly Check[];
  /** Whether checks that write are made on a database that others use. */
  readonly writes: boolean;
  /** All that there are. */
  readonly systems: readonly string[];
  /** Whether these are some of the checks only. */
  readonly narrowed: boolean;
}

/** Makes the checks that are true of where a database stands, on it. Changes nothing there. */
export async function verifyLive(context: CommandContext, input: CommandInput, request: VerifyRequest): Promise<Verification> {
  const { history, checks, writes } = request;
  const gmrc = await openGmrc(context);
  return withSession(
    context,
    input,
    async ({ client, connect, database }) => {
      const { display, settings } = database;
      const ledger = await readLedger(client);
      const { position, name } = placeFor(history, ledger, display);
      const chosen = checksAt(checks, history, position);
      printVerifyHead(context, { database: display, checks: chosen.length });
      noteUncommitted(context, ledger);
      const { placeholders, searchPath = 'public' } = executeSettings(context, NO_OPTIONS, { gmrc, settings });
      const printer = resultPrinter(context);
      const results = await runChecks({
        checks: chosen,
        client,
        connect,
        settings: {
          placeholders,
          searchPath,
          writes,
          lockTimeoutMs: LIVE_LOCK_TIMEOUT_MS,
          statementTimeoutMs: LIVE_STATEMENT_TIMEOUT_MS,
        },
        onResult: printer.observe,
        signal: context.signal,
      });
      printer.finish();
      return {
        database: display,
        flag: flagAgain(input),
        revision: name,
        results,
        otherRevisions: checks.length - chosen.length,
        cycles: null,
        errors: [],
      };
    },
    { interruptible: false },
  );
}

/** What is in the database beside its revisions, and may be why a check fails. */
function noteUncommitted({ output }: CommandContext, { current, unfinished }: Ledger): void {
  const note = (text: string) => output.note(`${output.errorStyle.yellow('!')} ${text}`);
  if (current !== null) note('current.sql, which watch has applied, is in it too');
  if (unfinished !== null) note(`${unfinished.name} runs outside a transaction and has not said how it ended`);
}

/** A URL may hold a password. */
function flagAgain(input: CommandInput): string {
  const database = databaseFlag(input) ?? '';
  return ` --database ${database.includes('://') ? 'URL' : shellWord(database)}`;
}

/** @throws PlaceUnknown; EditedAppliedRevision, ForkedFromLedger, HistoryMissing */
function placeFor(history: History, ledger: Ledger, database: string): { readonly position: Position; readonly name: string } {
  if (!ledger.installed)
    throw new PlaceUnknown(database, {
      because: 'it has no ledger',
      details: ['no revision was applied to it, by Godwit or by graphile-migrate'],
      help: 'apply the revisions: godwit upgrade\nwhere the schema was made by other means: godwit stamp head',
    });
  const [wrong] = appliedErrors(history, ledger);
  if (wrong !== undefined) throw wrong;
  const { ahead, name } = placeOf(history, ledger);
  if (ahead > 0)
    throw new PlaceUnknown(database, {
      because: `it is ${ahead} ahead of this disk`,
      details: [`it is at ${name}, which is not here`],
      help: 'verify it from the build that was deployed last: its checks came with those revisions',
    });
  const { position } = currentPosition(history, ledger);
  if (position !== null) return { position, name };
  throw new PlaceUnknown(database, {
    because: 'a merge has put its last revision after others',
    details: [`it is at ${name}`],
    help: 'let it follow the merge first: godwit upgrade',
  });
}
