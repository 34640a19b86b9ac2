import type { Drift } from '@godwit/drift';
import { assertSound, type History, type Position } from '@godwit/history';
import { currentPosition, type Ledger, ledgerHead, readAttempt, readLedger } from '@godwit/migrator';
import { describeServer } from '@godwit/postgres';
import * as v from 'valibot';
import { type Side, withSide } from '../compare/with-side.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { DriftUnknown, MovedMeanwhile, NothingApplied } from '../drift/errors.ts';
import { type FoundDrift, printDrift, printDriftAsData, printDriftScript } from '../drift/print-drift.ts';
import { adoptScript, repairScript } from '../drift/script-of.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { loadDrift } from '../session/load-drift.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { placeOf } from '../session/place.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ repair: flagOption, adopt: flagOption });

/** Says where the database differs from what the revisions that are applied to it make, and which SQL leads out of that. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = v.parse(Options, input.options);
  if (options.repair && options.adopt)
    throw new UsageError({ message: '--repair and --adopt lead in opposite directions', help: 'give one of them' });
  const history = await openHistory(context);
  assertSound(history);
  const gmrc = await openGmrc(context);
  return withSession<ExitCode>(context, input, async (session) => {
    const { client, database } = session;
    const ledger = await readLedger(client);
    const position = positionOf(history, ledger, database.display);
    const drift = await withSide(context, { input, session, history, ledger, gmrc }, { kind: 'target', position }, (expected) =>
      compare(context, session, expected),
    );
    context.signal.throwIfAborted();
    const head = ledgerHead(await readLedger(client));
    if (head?.hash !== ledgerHead(ledger)?.hash) throw new MovedMeanwhile(database.display);
    print(context, options, { drift, database: database.display, revision: placeOf(history, ledger).name });
    return drift.findings.length === 0 ? 0 : 2;
  });
}

function positionOf(history: History, ledger: Ledger, database: string): Position {
  if (ledger.applied.length === 0) throw new NothingApplied(database);
  const { position } = currentPosition(history, ledger);
  if (position === null) throw new DriftUnknown(database, placeOf(history, ledger).name);
  return position;
}

/** The live database without what watch has applied, in a transaction that is taken back: the database itself stays as it is. */
async function compare(context: CommandContext, { client, database }: Session, expected: Side): Promise<Drift> {
  const { findDrift } = await loadDrift();
  const { drift } = context.config();
  const find = () =>
    findDrift({
      live: client,
      expected: expected.client,
      sameServer: expected.server === describeServer(database.settings),
      ignore: drift.ignore,
    });
  const attempt = (await readLedger(client)).attempt === null ? null : await readAttempt(client);
  if (attempt === null) return find();
  const { output, invocation } = context;
  const undo = attempt.undo;
  if (undo === null || undo.source === 'revert.sql' || !undo.transactional) {
    output.note(`${output.errorStyle.yellow('!')} current.sql is applied, and is compared too; without it: ${invocation} watch --undo`);
    return find();
  }
  output.note(`${output.errorStyle.yellow('!')} current.sql is applied; compared without it`);
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '5s'; set local search_path = public`);
    await client.query(undo.body);
    return await find();
  } finally {
    await client.query('rollback');
  }
}

function print(context: CommandContext, { repair, adopt }: v.InferOutput<typeof Options>, found: FoundDrift): void {
  const { drift } = found;
  if (context.output.json) printDriftAsData(context, found);
  else if (repair) printDriftScript(context, drift.repair, repairScript(drift.repair));
  else if (adopt) printDriftScript(context, drift.adopt, adoptScript(drift.adopt));
  else printDrift(context, found);
}
