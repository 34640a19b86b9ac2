import type { HistoryShadow, ShadowSource } from '@godwit/authoring';
import { type History, HistoryFinding, headOf, type Position } from '@godwit/history';
import * as v from 'valibot';
import { readLedgerIfThere } from '../authoring/read-ledger-if-there.ts';
import { shadowSource } from '../authoring/shadow-source.ts';
import type { Check, CheckOutcome } from '../check/check.ts';
import { checkChain, checkCurrent, checkUnchanged } from '../check/check-files.ts';
import { checkDocs, checkGenerated, checkQueriesFit, checkSchema, checkSeeds } from '../check/check-head.ts';
import { checkLint } from '../check/check-lint.ts';
import { checkProofs } from '../check/check-proofs.ts';
import { type CheckFormat, type CheckResult, printResult, printSummary } from '../check/print-check.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { count } from '../output/columns.ts';
import { header } from '../output/header.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { openHistory } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';
import { selectConfigured } from '../session/select-database.ts';
import { UsageError } from '../usage-error.ts';

const FORMATS = ['text', 'github'] as const satisfies readonly CheckFormat[];

const Options = v.object({ since: v.optional(v.string()), format: v.optional(v.string(), 'text'), write: flagOption });

type Options = v.InferOutput<typeof Options>;

/** Everything that must hold before a branch is merged: for CI, and for a person who wants to know. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = v.parse(Options, input.options);
  const format = FORMATS.find((one) => one === options.format);
  if (format === undefined)
    throw new UsageError({ message: `--format does not understand '${options.format}'`, help: `one of: ${FORMATS.join(', ')}` });
  await loadAuthoring();
  const history = await openHistory(context);
  const { output } = context;
  const started = performance.now();
  if (!output.json) output.line(header(output, 'Check', history.folder, count(history.revisions.length, 'revision')));
  const results: CheckResult[] = [];
  const look = async (check: Check): Promise<CheckOutcome | null> => {
    const result = await runCheck(context, check);
    results.push(result);
    printResult(context, result, format);
    return result.outcome;
  };
  await look({ name: 'chain', run: () => checkChain(history) });
  await look({ name: 'unchanged', run: () => checkUnchanged(context, history, options.since) });
  await look({ name: 'current', run: () => checkCurrent(context, history) });
  await look({ name: 'lint', run: () => checkLint(context, options.since) });
  if (isWhole(history)) await lookAtDatabase(context, input, { history, options, look });
  printSummary(context, results, performance.now() - started);
  if (results.some(({ outcome }) => outcome === null)) return 1;
  return results.some(({ outcome }) => outcome?.state === 'found') ? 2 : 0;
}

/** A history that is damaged, or forked, cannot be built. */
function isWhole({ problems, heads }: History): boolean {
  return heads.length <= 1 && problems.every((problem) => problem instanceof HistoryFinding);
}

interface Looking {
  readonly history: History;
  readonly options: Options;
  readonly look: (check: Check) => Promise<CheckOutcome | null>;
}

async function lookAtDatabase(context: CommandContext, input: CommandInput, { history, options, look }: Looking): Promise<void> {
  const source = await sourceOf(context, input);
  await look({ name: 'proofs', run: () => checkProofs(context, { history, source, write: options.write }) });
  // One database at head serves the rest. Seeds come last: they leave it empty.
  await withHead(context, { history, source, look }, async (shadow) => {
    await look({ name: 'queries', run: () => checkQueriesFit(context, shadow) });
    await look({ name: 'schema', run: () => checkSchema(context, shadow, { history, write: options.write }) });
    await look({ name: 'docs', run: () => checkDocs(context, shadow, { write: options.write }) });
    await look({ name: 'types', run: () => checkGenerated(context, shadow) });
    await look({ name: 'seeds', run: () => checkSeeds(context, shadow, history) });
  });
}

async function sourceOf(context: CommandContext, input: CommandInput): Promise<ShadowSource> {
  const database = selectConfigured(context, input);
  const ledger = database === null ? null : await readLedgerIfThere(database.settings);
  return shadowSource(context, { database, ledger: ledger ?? { production: false }, gmrc: await openGmrc(context) });
}

interface HeadRequest extends Pick<Looking, 'history' | 'look'> {
  readonly source: ShadowSource;
}

/** A history that cannot be applied has been told as a proof that failed. */
async function withHead(
  context: CommandContext,
  { history, source, look }: HeadRequest,
  work: (shadow: HistoryShadow) => Promise<void>,
): Promise<void> {
  const { withHistoryShadow } = await loadAuthoring();
  const head = headOf(history);
  const target: Position = head === null ? { kind: 'base' } : { kind: 'revision', revision: head };
  let begun = false;
  try {
    context.output.transient('  ◐ building head …');
    await withHistoryShadow({ source, history, target, seeds: true }, async (shadow) => {
      begun = true;
      await work(shadow);
    });
  } catch (error) {
    if (begun || context.signal.aborted) throw error;
    await look({ name: 'head', run: () => Promise.reject(error) });
  }
}

/** Never throws but for Ctrl-C: what one check runs into keeps no other from being made. */
async function runCheck(context: CommandContext, check: Check): Promise<CheckResult> {
  const started = performance.now();
  context.output.transient(`  ◐ ${check.name} …`);
  try {
    const outcome = await check.run();
    return { check, outcome, error: null, ms: performance.now() - started };
  } catch (error) {
    if (context.signal.aborted) throw error;
    return { check, outcome: null, error, ms: performance.now() - started };
  }
}
