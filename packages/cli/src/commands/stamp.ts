import { type Catalog, describeDifference, extractCatalog } from '@godwit/catalog';
import { assertSound, type History } from '@godwit/history';
import { type Ledger, ledgerHead, type PlanTarget, readLedger, type Stamped, stamp } from '@godwit/migrator';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { count } from '../output/columns.ts';
import { buildCatalog, comparable } from '../scratch/build-catalog.ts';
import { withScratchDatabase } from '../scratch/scratch-database.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { placeOf } from '../session/place.ts';
import { fittingName } from '../session/revision-names.ts';

const Options = v.object({ force: flagOption });

/** Makes the ledger say where the database stands, after comparing it with what that revision looks like. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { force } = v.parse(Options, input.options);
  const text = input.arguments[0] ?? 'head';
  const history = await openHistory(context);
  assertSound(history);
  return withSession<ExitCode>(context, input, async (session) => {
    const { client, database } = session;
    const ledger = await readLedger(client);
    const target = resolvePlanTarget(history, ledger, text, 'down');
    if (ledger.attempt !== null) noteAttempt(context, database.display);
    const compared = await compare(context, session, { history, ledger, target });
    const { actor } = executeSettings(context, NO_OPTIONS, { gmrc: await openGmrc(context), settings: database.settings });
    const stamped = await stamp({ client, history, ledger, target, force, actor, ...compared });
    print(context, session, { stamped, history, ledger: await readLedger(client), unchecked: compared.whyNotExpected ?? null });
    return 0;
  });
}

/** It is part of what the database looks like, and of no revision. */
function noteAttempt({ output, invocation }: CommandContext, display: string): void {
  if (output.json) return;
  output.note(
    `${output.errorStyle.yellow('!')} current.sql is applied to ${display}, and is compared too; without it: ${invocation} watch --undo`,
  );
}

interface Compared {
  readonly liveCatalog: Catalog;
  readonly expectedCatalog: Catalog | null;
  readonly whyNotExpected?: string;
}

interface Request {
  readonly history: History;
  readonly ledger: Ledger;
  readonly target: PlanTarget;
}

/** Both catalogs, as far as they can be compared. Nothing is built for a ledger that says so already. */
async function compare(context: CommandContext, { client, database }: Session, { history, ledger, target }: Request): Promise<Compared> {
  const liveCatalog = await extractCatalog(client);
  if (target.kind === 'ledger') return { liveCatalog, expectedCatalog: null, whyNotExpected: 'this disk does not have its file' };
  if (ledgerHead(ledger)?.hash === (target.kind === 'base' ? undefined : target.revision.hash))
    return { liveCatalog, expectedCatalog: null };
  const gmrc = await openGmrc(context);
  context.output.transient('building it on a scratch database, to compare …');
  const outcome = await withScratchDatabase(context, { database, ledger }, async (scratch) => ({
    scratch,
    built: await buildCatalog(context, scratch, { history, target, gmrc }),
  }));
  context.output.transient('');
  if (outcome.kind === 'nowhere')
    return { liveCatalog, expectedCatalog: null, whyNotExpected: `there is no place to build it: ${outcome.why}` };
  const { scratch, built } = outcome.value;
  if (built.kind === 'failed') return { liveCatalog, expectedCatalog: null, whyNotExpected: `it could not be built: ${built.why}` };
  return { liveCatalog: comparable(liveCatalog, scratch), expectedCatalog: comparable(built.catalog, scratch) };
}

interface Finished {
  readonly stamped: Stamped;
  readonly history: History;
  /** Read after it. */
  readonly ledger: Ledger;
  /** Why nothing was compared. */
  readonly unchecked: string | null;
}

function print(context: CommandContext, { database }: Session, { stamped, history, ledger, unchecked }: Finished): void {
  const { output, invocation } = context;
  const { added, removed } = stamped;
  const { name, pending } = placeOf(history, ledger);
  const differences = stamped.differences.flatMap(describeDifference);
  if (output.json) {
    const from = stamped.from?.name ?? 'base';
    output.value({ database: database.display, from, revision: name, added, removed, compared: unchecked === null, differences });
    return;
  }
  const { green, yellow } = output.style;
  if (added.length + removed.length === 0) {
    const shown = fittingName(name, output.width - database.display.length - 38);
    output.line(`${green('✔')} ${database.display} is at ${shown} already; nothing was changed`);
  } else {
    const changes = [
      ...(added.length > 0 ? [`${counted(added, 'count')} as applied`] : []),
      ...(removed.length > 0 ? [`${counted(removed, 'no longer count')} as applied`] : []),
    ];
    output.line(`${green('✔')} ${database.display} is stamped as ${name}: ${changes.join(', ')}; nothing was run`);
    if (unchecked !== null) output.line(`  ${yellow('!')} not compared: ${unchecked}`);
    for (const line of differences) output.line(`  ${yellow('!')} ${line}`);
  }
  if (pending > 0) output.line(`next: ${invocation} upgrade  ${output.style.dim(`(${count(pending, 'revision')} pending)`)}`);
}

function counted(names: readonly string[], verb: string): string {
  return `${count(names.length, 'revision')} ${names.length === 1 ? `${verb}s` : verb}`;
}
