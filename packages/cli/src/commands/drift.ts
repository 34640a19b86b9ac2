import type { Drift } from '@godwit/drift';
import { assertSound, type History, type Position } from '@godwit/history';
import { currentPosition, type Ledger, ledgerHead, readAttempt, readLedger } from '@godwit/migrator';
import { describeServer, serverVersion } from '@godwit/postgres';
import * as v from 'valibot';
import { shadowSource } from '../authoring/shadow-source.ts';
import { type Side, withSide } from '../compare/with-side.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { DriftUnknown, MovedMeanwhile, NothingApplied } from '../drift/errors.ts';
import { type BuiltState, keptState } from '../drift/expected-state.ts';
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
    const withExpected: WithSide = (work) =>
      withSide(context, { input, session, history, ledger, gmrc }, { kind: 'target', position }, work);
    const facts = [
      ledgerHead(ledger)?.hash,
      (await shadowSource(context, { database, ledger, gmrc })).fingerprint,
      whereabouts(context, session),
    ];
    const { readExpected } = await loadDrift();
    const built = await keptState(context, facts, () =>
      withExpected(async ({ client: other, server }) => ({ state: await readExpected(other), server })),
    );
    const drift = await compare(context, session, { built, withExpected });
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

type WithSide = <T>(work: (side: Side) => Promise<T>) => Promise<T>;

/** What decides on which server shadows are, and what that makes of a revision. */
function whereabouts({ environment }: CommandContext, { client, database: { settings } }: Session): readonly unknown[] {
  return [describeServer(settings), settings.user, serverVersion(client), environment.SHADOW_DATABASE_URL ?? null];
}

interface Compared {
  readonly built: BuiltState;
  readonly withExpected: WithSide;
}

/** The live database without what watch has applied, in a transaction that is taken back: the database itself stays as it is. */
async function compare(context: CommandContext, { client, database }: Session, { built, withExpected }: Compared): Promise<Drift> {
  const { findDrift } = await loadDrift();
  const find = () =>
    findDrift({
      live: client,
      expected: built.state,
      withExpected: (work) => withExpected((side) => work(side.client)),
      sameServer: built.server === describeServer(database.settings),
      ignore: context.config().drift.ignore,
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
