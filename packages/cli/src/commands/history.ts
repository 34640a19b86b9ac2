import { assertSound, type History, type Revision } from '@godwit/history';
import { type Ledger, readLedger } from '@godwit/migrator';
import { connect } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { columns, fit } from '../output/columns.ts';
import { timestamp } from '../output/time.ts';
import { openHistory } from '../session/open-history.ts';
import { countOption } from '../session/options.ts';
import { revisionTitle } from '../session/revision-names.ts';
import { selectConfigured } from '../session/select-database.ts';

/** A list of files should not wait long for a server that is not there. */
const CONNECT_TIMEOUT_MS = 2_000;

const Options = v.object({ limit: countOption('--limit') });

/** Prints the revisions on disk, newest first, marked as applied when a configured database answers. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { limit } = v.parse(Options, input.options);
  const history = await openHistory(context);
  const ledger = await readLedgerIfReachable(context, input);
  const revisions = history.revisions.toReversed().slice(0, limit ?? history.revisions.length);
  const { output } = context;
  if (output.json)
    output.value({ revisions: revisions.map((revision) => asData(revision, ledger)), heads: history.heads.map(({ name }) => name) });
  else for (const line of render(context, history, revisions, ledger)) output.line(line);
  assertSound(history);
  return 0;
}

async function readLedgerIfReachable(context: CommandContext, input: CommandInput): Promise<Ledger | null> {
  const database = selectConfigured(context, input);
  if (!database) return null;
  try {
    const client = await connect({ ...database.settings, connectTimeoutMs: CONNECT_TIMEOUT_MS });
    return await readLedger(client).finally(() => client.end());
  } catch (error) {
    if (!context.output.json)
      context.output.note(
        `${context.output.errorStyle.yellow('!')} nothing is marked as applied: ${error instanceof Error ? error.message : error}`,
      );
    return null;
  }
}

function render(context: CommandContext, history: History, revisions: readonly Revision[], ledger: Ledger | null): string[] {
  const { style, width, verbose } = context.output;
  if (revisions.length === 0) return ['no revisions yet'];
  const applied = new Map(ledger?.applied.map((row) => [row.hash, row]));
  const current = ledger?.applied.at(-1)?.hash;
  const marks = (revision: Revision) =>
    [...(revision.hash === current ? ['current'] : []), ...(history.heads.some(({ hash }) => hash === revision.hash) ? ['head'] : [])].join(
      ', ',
    );
  const glyph = (revision: Revision) => (ledger === null ? ' ' : applied.has(revision.hash) ? style.green('✔') : style.yellow('·'));
  if (!verbose) {
    return columns(
      revisions.map((revision) => [
        `${glyph(revision)} ${revision.digits}`,
        fit(revisionTitle(revision), Math.max(20, width - 30)),
        style.cyan(marks(revision) && `(${marks(revision)})`),
      ]),
    );
  }
  return revisions.flatMap((revision) => [
    `${glyph(revision)} ${style.bold(revision.name)}${marks(revision) ? style.cyan(`  (${marks(revision)})`) : ''}`,
    ...(revision.message ? [`    ${revision.message}`] : []),
    style.dim(`    ${revision.hash}`),
    style.dim(`    after ${revision.previousHash ?? 'base'}`),
    style.dim(`    ${revision.path}${revision.transactional ? '' : '  (outside a transaction)'}`),
    style.dim(`    ${describeRevert(revision)}`),
    ...appliedLine(applied.get(revision.hash), style.dim),
    '',
  ]);
}

function appliedLine(row: Ledger['applied'][number] | undefined, dim: (text: string) => string): string[] {
  return row ? [dim(`    applied ${timestamp(row.appliedAt)}${row.details ? ` by ${row.details.appliedBy}` : ''}`)] : [];
}

function describeRevert({ revert }: Revision): string {
  if (revert === null) return 'no revert';
  return revert.kind === 'sql' ? `revert ${revert.path}` : `irreversible: ${revert.reason}`;
}

function asData(revision: Revision, ledger: Ledger | null): object {
  const row = ledger?.applied.find(({ hash }) => hash === revision.hash);
  const { name, number, hash, previousHash, message, path, transactional } = revision;
  return {
    name,
    number,
    hash,
    previousHash,
    message,
    path,
    transactional,
    revert: revision.revert?.kind ?? null,
    appliedAt: row?.appliedAt ?? null,
  };
}
