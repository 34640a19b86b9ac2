import { assertSound, type History, type Position } from '@godwit/history';
import { currentPosition, type Ledger, ledgerHead, readLedger } from '@godwit/migrator';
import { describeServer, serverVersion } from '@godwit/postgres';
import * as v from 'valibot';
import { shadowSource } from '../authoring/shadow-source.ts';
import { type Side, withSide } from '../compare/with-side.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { driftFromFile } from '../drift/drift-from-file.ts';
import { DriftUnknown, MovedMeanwhile, NothingApplied, NothingToCompare } from '../drift/errors.ts';
import { keptState } from '../drift/expected-state.ts';
import { exportExpected } from '../drift/export-expected.ts';
import { type FoundDrift, printDrift, printDriftAsData, printDriftScript } from '../drift/print-drift.ts';
import { adoptScript, repairScript } from '../drift/script-of.ts';
import { withoutAttempt } from '../drift/without-attempt.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDrift } from '../session/load-drift.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { placeOf } from '../session/place.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({
  repair: flagOption,
  adopt: flagOption,
  expected: v.optional(v.string()),
  export: v.optional(v.string()),
});

type Options = v.InferOutput<typeof Options>;

/** Says where the database differs from what the revisions that are applied to it make, and which SQL leads out of that. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = parseOptions(input);
  if (options.export !== undefined) return exportExpected(context, input, options.export);
  if (options.expected !== undefined) return driftFromFile(context, input, options.expected);
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
    ).catch(explainNoPlace);
    const { findDrift } = await loadDrift();
    const drift = await withoutAttempt(context, client, () =>
      findDrift({
        live: client,
        expected: built.state,
        withExpected: (work) => withExpected((side) => work(side.client)),
        sameServer: built.server === describeServer(database.settings),
        ignore: context.config().drift.ignore,
      }),
    );
    context.signal.throwIfAborted();
    const head = ledgerHead(await readLedger(client));
    if (head?.hash !== ledgerHead(ledger)?.hash) throw new MovedMeanwhile(database.display);
    print(context, options, { drift, ways: drift, database: database.display, revision: placeOf(history, ledger).name });
    return drift.findings.length === 0 ? 0 : 2;
  });
}

/** @throws UsageError */
function parseOptions(input: CommandInput): Options {
  const options = v.parse(Options, input.options);
  const { repair, adopt, expected, export: exported } = options;
  if (repair && adopt) throw new UsageError({ message: '--repair and --adopt lead in opposite directions', help: 'give one of them' });
  for (const [flag, path] of [
    ['--expected', expected],
    ['--export', exported],
  ] as const) {
    if (path === undefined) continue;
    if (path.trim() === '') throw new UsageError({ message: `${flag} is empty`, help: `name a file: ${flag} expected.json` });
    if (repair || adopt)
      throw new UsageError({
        message: `${flag} goes without ${repair ? '--repair' : '--adopt'}`,
        help: 'the SQL is tried on a database that is made for it: leave the file out, where one can be made',
      });
  }
  if (expected !== undefined && exported !== undefined)
    throw new UsageError({ message: '--export writes the file that --expected reads', help: 'give one of them' });
  return options;
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

/** @throws NothingToCompare in place of NoShadow */
async function explainNoPlace(error: unknown): Promise<never> {
  const { NoShadow } = await loadAuthoring();
  if (error instanceof NoShadow) throw new NothingToCompare({ details: error.details, help: error.help ?? '', cause: error });
  throw error;
}

function print(context: CommandContext, { repair, adopt }: Options, found: FoundDrift): void {
  const { ways } = found;
  if (context.output.json) printDriftAsData(context, found);
  else if (repair && ways !== null) printDriftScript(context, ways.repair, repairScript(ways.repair));
  else if (adopt && ways !== null) printDriftScript(context, ways.adopt, adoptScript(ways.adopt));
  else printDrift(context, found);
}
