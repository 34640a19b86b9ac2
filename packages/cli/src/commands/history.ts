import { assertSound, type History, type Revision, replacedHashes } from '@godwit/history';
import { type Ledger, readLedger } from '@godwit/migrator';
import { connect } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { columnsWithin, flow } from '../output/columns.ts';
import { commandNames } from '../output/command-names.ts';
import { timestamp } from '../output/time.ts';
import { openHistory } from '../session/open-history.ts';
import { countOption } from '../session/options.ts';
import { revisionTitle } from '../session/revision-names.ts';
import { selectAwake } from '../session/select-database.ts';

/** A list of files should not wait long for a server that is not there. */
const CONNECT_TIMEOUT_MS = 2_000;

/** A title in less room says nothing. */
const LEAST_TITLE = 16;

const Options = v.object({ limit: countOption('--limit') });

/** Prints the revisions on disk, newest first, those that a configured database has applied marked when it answers. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { limit } = v.parse(Options, input.options);
  const history = await openHistory(context);
  const { ledger, remark } = await readMarks(context, input);
  const revisions = history.revisions.toReversed().slice(0, limit ?? history.revisions.length);
  const { output } = context;
  if (output.json)
    output.value({ revisions: revisions.map((revision) => asData(revision, ledger)), heads: history.heads.map(({ name }) => name) });
  else {
    for (const line of render(context, history, revisions, ledger)) output.line(line);
    if (revisions.length > 0) for (const line of remark) output.note(line);
  }
  assertSound(history);
  return 0;
}

interface Marks {
  /** Null when no database says what is applied. */
  readonly ledger: Ledger | null;
  /** Why it does not, where one should. */
  readonly remark: readonly string[];
}

/** Starts no server for it. */
async function readMarks(context: CommandContext, input: CommandInput): Promise<Marks> {
  const { errorStyle } = context.output;
  try {
    const database = await selectAwake(context, input);
    if (database === null) return { ledger: null, remark: [] };
    if (database === 'not running') {
      const start = `${commandNames(context.invocation).database} start`;
      const remark = flow(['none is marked: the embedded server is not running', `(${start})`], context.output.width);
      return { ledger: null, remark: remark.map(errorStyle.dim) };
    }
    const { settings, embedded } = database;
    const client = await connect(embedded ? settings : { ...settings, connectTimeoutMs: CONNECT_TIMEOUT_MS });
    return { ledger: await readLedger(client).finally(() => client.end()), remark: [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    return { ledger: null, remark: [`${errorStyle.yellow('!')} none is marked: ${why}`] };
  }
}

function render(context: CommandContext, history: History, revisions: readonly Revision[], ledger: Ledger | null): string[] {
  const { style, width, verbose } = context.output;
  if (revisions.length === 0) return ['no revisions yet'];
  const current = ledger?.applied.at(-1);
  const marks = (revision: Revision) =>
    [
      ...(current !== undefined && current === rowOf(ledger, revision) ? ['current'] : []),
      ...(history.heads.some(({ hash }) => hash === revision.hash) ? ['head'] : []),
    ].join(', ');
  const glyph = (revision: Revision) => {
    const row = rowOf(ledger, revision);
    if (row === undefined) return ledger === null ? ' ' : style.yellow('·');
    return row.hash === revision.hash ? style.green('✔') : style.cyan('↪');
  };
  if (!verbose) {
    const cells = revisions.map((revision) => [
      `${glyph(revision)} ${revision.digits}`,
      revisionTitle(revision),
      style.cyan(marks(revision) && `(${marks(revision)})`),
    ]);
    return columnsWithin(cells, { width, flexible: 1, least: LEAST_TITLE });
  }
  return revisions.flatMap((revision) => [
    `${glyph(revision)} ${style.bold(revision.name)}${marks(revision) ? style.cyan(`  (${marks(revision)})`) : ''}`,
    ...(revision.message ? [`    ${revision.message}`] : []),
    style.dim(`    ${revision.hash}`),
    style.dim(`    after ${revision.previousHash ?? 'base'}`),
    style.dim(`    ${revision.path}${revision.transactional ? '' : '  (outside a transaction)'}`),
    style.dim(`    ${describeRevert(revision)}`),
    ...replacedHashes(revision).map((hash) => style.dim(`    was ${hash} before a merge`)),
    ...appliedLine(rowOf(ledger, revision), style.dim),
    '',
  ]);
}

/** Its row in the ledger, also under a hash that it had before a merge. */
function rowOf(ledger: Ledger | null, revision: Revision): Ledger['applied'][number] | undefined {
  const hashes = [revision.hash, ...replacedHashes(revision)];
  return ledger?.applied.find(({ hash }) => hashes.includes(hash));
}

function appliedLine(row: Ledger['applied'][number] | undefined, dim: (text: string) => string): string[] {
  return row ? [dim(`    applied ${timestamp(row.appliedAt)}${row.details ? ` by ${row.details.appliedBy}` : ''}`)] : [];
}

function describeRevert({ revert }: Revision): string {
  if (revert === null) return 'no revert';
  return revert.kind === 'sql' ? `revert ${revert.path}` : `irreversible: ${revert.reason}`;
}

function asData(revision: Revision, ledger: Ledger | null): object {
  const row = rowOf(ledger, revision);
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
    replaces: replacedHashes(revision),
  };
}
