import type { CodeFrame } from '@godwit/diagnostics';
import type { Placeholders } from '@godwit/history';
import { assessLoss, type Loss } from '@godwit/migrator';
import { formatName, nameOfPath, namePath, type Statement } from '@godwit/migrator/statements';
import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { changedRows, describeChangedRows, rowsChangedBetween } from './changed-rows.ts';
import { NeedsRevert } from './errors.ts';
import { filledTables, goneBetween } from './filled-tables.ts';

export interface GuardedText {
  /** What errors call it. */
  readonly name: string;
  readonly body: string;
  /** Of the text as it is sent. */
  readonly statements: readonly Statement[];
  readonly transactional: boolean;
  readonly placeholders: Placeholders;
  readonly searchPath?: string | undefined;
  readonly pgSettings?: Readonly<Record<string, string>>;
  /** The place of a statement in the author's file; undefined when it cannot be told. */
  readonly frameOf: (statement: Statement) => CodeFrame | undefined;
  /** Where the author would write the way back. */
  readonly revert: string;
}

/** Looks at the database before and after a text, inside its transaction, and throws `NeedsRevert`. */
export interface RowGuard {
  readonly before: (client: Client) => Promise<void>;
  readonly after: (client: Client) => Promise<void>;
}

/** They may change rows. */
const DATA = new Set([
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'CopyStmt',
  'SelectStmt',
  'CreateTableAsStmt',
  'ExplainStmt',
  'DoStmt',
  'CallStmt',
  'ExecuteStmt',
]);

/** They run code that may drop things without saying so. */
const CODE = new Set(['DoStmt', 'CallStmt', 'SelectStmt', 'ExecuteStmt']);

/** They may take rows with them. */
const LOSSY = new Set(['DropStmt', 'TruncateStmt', 'AlterTableStmt']);

/**
 * Keeps a text without a way back of its author's from what no difference of two schemas brings back: rows of older tables that it changes
 * (whoever changes them: functions, triggers and DO blocks are counted too), and older tables and columns that it drops or narrows with
 * something in them. Rows of what it makes itself may go.
 *
 * @throws NeedsRevert before anything runs: for a value that is added to an older enum, for rows that would be changed outside a transaction
 */
export function guardRows(text: GuardedText): RowGuard {
  refuseNewLabels(text);
  const { statements } = text;
  const changes = statements.filter(({ kind }) => DATA.has(kind));
  const code = statements.filter(({ kind }) => CODE.has(kind));
  const [change] = changes;
  if (change !== undefined && !text.transactional) {
    throw refusal(text, change, `${text.name} may change rows outside a transaction, where nobody can count them first`, []);
  }
  const asks = statements.some(({ kind }) => LOSSY.has(kind));
  let rows: Awaited<ReturnType<typeof changedRows>> = [];
  let tables: Awaited<ReturnType<typeof filledTables>> = [];
  let known: ReadonlySet<string> = new Set();
  return {
    before: async (client) => {
      if (asks) refuseLosses(text, await lossesOf(client, text));
      if (changes.length > 0) {
        rows = await changedRows(client);
        known = await olderTables(client);
      }
      if (code.length > 0) tables = await filledTables(client);
    },
    after: async (client) => {
      if (changes.length > 0) {
        const changed = rowsChangedBetween(rows, await changedRows(client)).filter(({ oid }) => known.has(oid));
        const [first] = changed;
        if (first !== undefined) {
          const statement = changes.find((one) => one.text.includes(first.name)) ?? changes[0];
          throw refusal(
            text,
            statement,
            `${text.name} changes rows of ${formatName(first)}, which it does not make`,
            changed.flatMap(describeChangedRows),
          );
        }
      }
      if (code.length > 0) {
        const gone = goneBetween(tables, await filledTables(client));
        if (gone.length > 0) throw refusal(text, code[0], `${text.name} runs code that drops what holds rows`, gone);
      }
    },
  };
}

function refusal(text: GuardedText, statement: Statement | undefined, message: string, details: readonly string[]): NeedsRevert {
  return new NeedsRevert({ message, details, frame: statement && text.frameOf(statement), revert: text.revert });
}

/** A label that was added can never be dropped. */
function refuseNewLabels(text: GuardedText): void {
  const made = new Set<string>();
  for (const statement of text.statements) {
    const { node } = statement;
    if ('CreateEnumStmt' in node) made.add(formatName(nameOfPath(namePath(node.CreateEnumStmt.typeName))));
    if (!('AlterEnumStmt' in node) || node.AlterEnumStmt.oldVal !== undefined) continue;
    const type = formatName(nameOfPath(namePath(node.AlterEnumStmt.typeName)));
    if (made.has(type)) continue;
    throw refusal(text, statement, `${text.name} adds a value to the enum ${type}, and PostgreSQL has no way to drop one`, []);
  }
}

async function lossesOf(client: Client, text: GuardedText): Promise<readonly Loss[]> {
  const { name, body, placeholders, searchPath, pgSettings } = text;
  const { losses } = await assessLoss({
    client,
    plan: { steps: [{ hash: '', name, body }] },
    placeholders,
    withinTransaction: true,
    ...(searchPath === undefined ? {} : { searchPath }),
    ...(pgSettings === undefined ? {} : { pgSettings }),
  });
  return losses.filter(({ kind }) => kind !== 'refused' && kind !== 'violating');
}

const FATE: Readonly<Record<Loss['kind'], string>> = {
  rows: 'would go',
  values: 'would go',
  altered: 'would be changed',
  overwritten: 'would be overwritten',
  refused: 'do not fit',
  violating: 'do not fit',
};

function refuseLosses(text: GuardedText, losses: readonly Loss[]): void {
  const [first] = losses;
  if (first === undefined) return;
  const statement = text.statements.find((one) => one.text.startsWith(first.statement));
  const lines = losses.map(({ count, exact, kind, object }) => {
    const noun = `${kind === 'rows' ? 'row' : 'value'}${count === 1 ? '' : 's'}`;
    return `${count === null ? 'an unknown number of' : `${exact ? '' : 'about '}${count}`} ${noun} of ${object} ${FATE[kind]}`;
  });
  throw refusal(text, statement, `${text.name} takes something from rows that were there before`, lines);
}

const oids = v.array(v.object({ oid: v.string() }));

async function olderTables(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/older-tables.sql'));
  return new Set(v.parse(oids, rows).map(({ oid }) => oid));
}
