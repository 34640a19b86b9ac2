import type { HistoryShadow, ShadowSource } from '@godwit/authoring';
import { headOf, type Position } from '@godwit/history';
import { describeServer } from '@godwit/postgres';
import { checksAt, runChecks } from '@godwit/verify';
import { readLedgerIfThere } from '../authoring/read-ledger-if-there.ts';
import { shadowSource } from '../authoring/shadow-source.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { selectConfigured } from '../session/select-database.ts';
import { printCycle, printCycleHead, printVerifyHead, resultPrinter } from './print-verification.ts';
import type { Verification } from './verification.ts';
import { type CycleResult, verifyCycles } from './verify-cycles.ts';
import type { VerifyRequest } from './verify-live.ts';

/** Makes every check that is true of head on a database that is made for it, with the rows of the seeds. */
export async function verifyThrowaway(context: CommandContext, input: CommandInput, request: VerifyRequest): Promise<Verification> {
  const { history, checks } = request;
  const { withHistoryShadow } = await loadAuthoring();
  const selected = selectConfigured(context, input);
  const ledger = selected === null ? null : await readLedgerIfThere(selected.settings);
  const source = await shadowSource(context, {
    database: selected,
    ledger: ledger ?? { production: false },
    gmrc: await openGmrc(context),
  });
  const head = headOf(history);
  const target: Position = head === null ? { kind: 'base' } : { kind: 'revision', revision: head };
  context.output.transient('  ◐ building head …');
  return await withHistoryShadow({ source, history, target, seeds: true }, async (shadow) => {
    const chosen = checksAt(checks, history, target);
    const database = `throwaway @ ${isEmbedded(context, shadow) ? 'embedded' : describeServer(shadow.settings)}`;
    printVerifyHead(context, { database, checks: chosen.length });
    const { placeholders, searchPath = 'public' } = shadow.execution;
    const printer = resultPrinter(context);
    const results = await runChecks({
      checks: chosen,
      client: shadow.client,
      connect: shadow.connect,
      settings: { placeholders, searchPath, writes: true, lockTimeoutMs: null, statementTimeoutMs: null },
      onResult: printer.observe,
      signal: context.signal,
    });
    printer.finish();
    const cycles = await cyclesOf(context, { request, source, shadow });
    return {
      database,
      flag: '',
      revision: head?.name ?? 'base',
      results,
      otherRevisions: checks.length - chosen.length,
      cycles,
      errors: shadow.seedsFailed === null ? [] : [shadow.seedsFailed],
    };
  });
}

/** Where nobody names another server, what is not on the selected one is on the embedded one. */
function isEmbedded({ environment }: CommandContext, { sameServer }: HistoryShadow): boolean {
  return !sameServer && !environment.SHADOW_DATABASE_URL;
}

interface Cycling {
  readonly request: VerifyRequest;
  readonly source: ShadowSource;
  readonly shadow: HistoryShadow;
}

/** They take longer than the checks, so who asks for some of those does not wait for them. */
async function cyclesOf(
  context: CommandContext,
  { request: { history, systems, narrowed }, source, shadow }: Cycling,
): Promise<readonly CycleResult[] | null> {
  if (narrowed) return null;
  printCycleHead(context);
  return await verifyCycles(context, { history, source, shadow, systems, onResult: (result) => printCycle(context, result) });
}
