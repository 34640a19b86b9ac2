import { type Catalog, compareCatalogs, type Difference, describeDifference, extractCatalog, narrowCatalog } from '@godwit/catalog';
import type { Rename, SchemaDifference } from '@godwit/difference';
import { readLedger } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { countObjects, countsInWords } from '../compare/compared.ts';
import { differenceLines } from '../compare/difference-lines.ts';
import { listDatabases } from '../compare/list-databases.ts';
import { type Operand, readOperand } from '../compare/operand.ts';
import { type Side, withSide } from '../compare/with-side.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { count } from '../output/columns.ts';
import { renameInWords } from '../revision/rename-in-words.ts';
import { loadDifference } from '../session/load-difference.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';

const Options = v.object({ sql: flagOption });

/** Says what makes one schema differ from another, and which SQL makes the one into the other. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { sql } = v.parse(Options, input.options);
  const history = await openHistory(context);
  const gmrc = await openGmrc(context);
  return withSession<ExitCode>(context, input, async (session) => {
    const ledger = await readLedger(session.client);
    const databases = await listDatabases(session.client);
    const read = (text: string | undefined, otherwise: Operand): Operand =>
      text === undefined ? otherwise : readOperand(context, text, { history, ledger, databases });
    const [first, second] = input.arguments;
    const from = read(first ?? 'head', { kind: 'selected' });
    const to = read(second, { kind: 'selected' });
    const sides = { input, session, history, ledger, gmrc };
    return withSide(context, sides, from, (left) =>
      withSide(context, sides, to, (right) => compare(context, { left, right, sql, typed: input.arguments })),
    );
  });
}

interface Request {
  readonly left: Side;
  readonly right: Side;
  readonly sql: boolean;
  readonly typed: readonly string[];
}

async function compare(context: CommandContext, { left, right, sql, typed }: Request): Promise<ExitCode> {
  const scope = { owners: false, grants: left.server === right.server };
  const [before, after] = [await read(left.client, scope), await read(right.client, scope)];
  const differences = compareCatalogs(before, after, { extensions: true });
  const difference = sql && differences.length > 0 ? await findStatements({ left, right }, scope) : null;
  const renames = difference?.renames ?? (await likelyRenames(differences, { before, after }));
  context.signal.throwIfAborted();
  print(context, { left, right, differences, difference, renames, after, typed, ...scope });
  return differences.length === 0 ? 0 : 2;
}

async function read(client: Client, scope: { readonly owners: boolean; readonly grants: boolean }): Promise<Catalog> {
  return narrowCatalog(await extractCatalog(client), scope);
}

/** Tried on a database that was made for this; a real one is only read. */
async function findStatements(
  { left, right }: Pick<Request, 'left' | 'right'>,
  scope: { readonly owners: boolean; readonly grants: boolean },
) {
  const { findDifference, findDifferenceAt, takeSnapshot } = await loadDifference();
  const to = await takeSnapshot(right.client);
  if (left.disposable) return findDifferenceAt(left.client, { to, ...scope });
  return findDifference({ from: await takeSnapshot(left.client), to, ...scope });
}

/** Where something goes and something comes: the package that knows takes half a second to load. */
async function likelyRenames(
  differences: readonly Difference[],
  { before, after }: { readonly before: Catalog; readonly after: Catalog },
): Promise<readonly Rename[]> {
  const kinds = new Set(differences.map(({ kind }) => kind));
  if (!kinds.has('added') || !kinds.has('removed')) return [];
  const { findRenames } = await loadDifference();
  return findRenames(before, after);
}

interface Found {
  readonly left: Side;
  readonly right: Side;
  readonly differences: readonly Difference[];
  readonly difference: SchemaDifference | null;
  /** What is dropped and added, and was more likely meant as a new name. */
  readonly renames: readonly Rename[];
  readonly after: Catalog;
  readonly grants: boolean;
  /** The arguments, to be repeated. */
  readonly typed: readonly string[];
}

function print(context: CommandContext, found: Found): void {
  const { output } = context;
  if (output.json) output.value(asData(found));
  else if (found.difference !== null) printSql(context, found, found.difference);
  else printWords(context, found);
}

function asData({ left, right, differences, difference, renames, after, grants }: Found): object {
  return {
    from: left.label,
    to: right.label,
    equal: differences.length === 0,
    grants,
    compared: countObjects(after),
    differences: differences.map((one) => ({ kind: one.kind, object: one.object, parts: one.parts, words: describeDifference(one) })),
    renames,
    ...(difference === null ? {} : { statements: difference.statements, unmodelled: difference.unmodelled, refused: difference.refused }),
  };
}

function printWords({ output, invocation }: CommandContext, { left, right, differences, renames, after, grants, typed }: Found): void {
  const { bold, dim, green, yellow } = output.style;
  output.line(`${bold('Diff')}  ${left.label} → ${right.label}`);
  for (const line of differenceLines(differences, output.style)) output.line(line);
  for (const rename of renames) output.line(`  ${yellow('?')} ${renameInWords(rename)} may be a new name`);
  const scope = dim(`(not compared: ${grants ? 'owners' : 'owners and grants, since two servers have different roles'})`);
  if (differences.length === 0) {
    output.line(`${green('✔')} no difference: ${countsInWords(countObjects(after))} are equal`);
    output.line(`  ${scope}`);
    return;
  }
  output.line(`${count(differences.length, 'difference')}  ${scope}`);
  output.line(`next: ${[invocation, 'diff', ...typed, '--sql'].join(' ')}  ${dim('(the statements that make the first into the second)')}`);
}

/** SQL alone on stdout; what it does not do is said beside it. */
function printSql(
  { output, invocation }: CommandContext,
  { left, right, renames }: Found,
  { statements, unmodelled, refused }: SchemaDifference,
): void {
  output.line(`-- makes ${left.label} into ${right.label}`);
  for (const { sql, losesData } of statements) {
    output.line();
    if (losesData) output.line('-- loses data');
    output.line(`${sql};`);
  }
  for (const rename of renames)
    output.note(`${output.errorStyle.yellow('?')} ${renameInWords(rename)} may be a new name, and is dropped and added here`);
  if (renames.length > 0) output.note(`  ${invocation} revision --autogenerate asks, and renames`);
  for (const line of refused) output.note(`${output.errorStyle.red('✖')} the server refuses ${line}`);
  for (const line of unmodelled) output.note(`${output.errorStyle.yellow('!')} still differs: ${line}`);
}
