import { nameOfPath, nameOfRange, namePath, type RelationName, type Statement } from '@godwit/migrator/statements';
import { quoteIdentifier } from '@godwit/postgres';
import { nameSql } from './name-sql.ts';
import { signatureOf } from './signature-of.ts';
import { addedToTable } from './undo-of-alter-table.ts';

type Node = Statement['node'];

/** What the statements before have made: whatever hangs on it goes with it. */
export interface Made {
  readonly has: (name: RelationName) => boolean;
  readonly add: (name: RelationName) => void;
}

/**
 * The way back of a text that only adds: each thing that it makes is dropped again, last first. Known at once, where a difference of two
 * schemas takes its time.
 *
 * @returns null when a statement does anything else, or what it made cannot be named; empty when nothing needs to be taken back
 */
export function undoOfStatements(statements: readonly Pick<Statement, 'node'>[]): string | null {
  const made = createMade();
  const undo: string[] = [];
  for (const { node } of statements) {
    const drops = undoOf(node, made);
    if (drops === null) return null;
    undo.push(...drops);
  }
  return undo
    .reverse()
    .map((sql) => `${sql};\n`)
    .join('');
}

function createMade(): Made {
  const keys = new Set<string>();
  const keyOf = ({ schema, name }: RelationName): string => JSON.stringify([schema, name]);
  return { has: (name) => keys.has(keyOf(name)), add: (name) => void keys.add(keyOf(name)) };
}

/** Null: it cannot be told. */
type Drops = readonly string[] | null;

const NOTHING: Drops = [];

function undoOf(node: Node, made: Made): Drops {
  return undoOfRelation(node, made) ?? undoOfType(node, made) ?? undoOfPart(node, made) ?? undoOfRest(node, made);
}

function undoOfRelation(node: Node, made: Made): Drops {
  const drop = (kind: string, name: RelationName): Drops => {
    made.add(name);
    return [`drop ${kind} ${nameSql(name)}`];
  };
  if ('CreateStmt' in node) {
    const { relation, if_not_exists: kept } = node.CreateStmt;
    if (relation === undefined || kept) return null;
    return relation.relpersistence === 't' ? NOTHING : drop('table', nameOfRange(relation));
  }
  if ('CreateTableAsStmt' in node) {
    const { into, if_not_exists: kept, objtype } = node.CreateTableAsStmt;
    if (into?.rel === undefined || kept) return null;
    if (into.rel.relpersistence === 't') return NOTHING;
    return drop(objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table', nameOfRange(into.rel));
  }
  if ('ViewStmt' in node) {
    const { view, replace } = node.ViewStmt;
    return view === undefined || replace || view.relpersistence === 't' ? null : drop('view', nameOfRange(view));
  }
  if ('CreateSeqStmt' in node) {
    const { sequence, if_not_exists: kept } = node.CreateSeqStmt;
    return sequence === undefined || kept || sequence.relpersistence === 't' ? null : drop('sequence', nameOfRange(sequence));
  }
  if ('AlterTableStmt' in node) return addedToTable(node.AlterTableStmt, made);
  return null;
}

function undoOfType(node: Node, made: Made): Drops {
  const drop = (kind: string, name: RelationName): Drops => {
    made.add(name);
    return [`drop ${kind} ${nameSql(name)}`];
  };
  if ('CreateEnumStmt' in node) return drop('type', nameOfPath(namePath(node.CreateEnumStmt.typeName)));
  if ('CreateRangeStmt' in node) return drop('type', nameOfPath(namePath(node.CreateRangeStmt.typeName)));
  if ('CreateDomainStmt' in node) return drop('domain', nameOfPath(namePath(node.CreateDomainStmt.domainname)));
  if ('CompositeTypeStmt' in node && node.CompositeTypeStmt.typevar !== undefined)
    return drop('type', nameOfRange(node.CompositeTypeStmt.typevar));
  if ('CreateSchemaStmt' in node) {
    const { schemaname, if_not_exists: kept, schemaElts = [] } = node.CreateSchemaStmt;
    if (schemaname === undefined || kept || schemaElts.length > 0) return null;
    return drop('schema', { schema: null, name: schemaname });
  }
  if ('CreateFunctionStmt' in node) {
    const signature = node.CreateFunctionStmt.replace ? null : signatureOf(node.CreateFunctionStmt);
    return signature === null ? null : [`drop ${node.CreateFunctionStmt.is_procedure ? 'procedure' : 'function'} ${signature}`];
  }
  return null;
}

/** What belongs to a table goes with it when the table was made here. */
function undoOfPart(node: Node, made: Made): Drops {
  if ('IndexStmt' in node) {
    const { relation, idxname, if_not_exists: kept } = node.IndexStmt;
    if (relation === undefined) return null;
    const table = nameOfRange(relation);
    if (made.has(table)) return NOTHING;
    return idxname === undefined || kept ? null : [`drop index ${nameSql({ schema: table.schema, name: idxname })}`];
  }
  if ('CreateTrigStmt' in node) {
    const { relation, trigname, replace } = node.CreateTrigStmt;
    if (relation === undefined || trigname === undefined) return null;
    if (made.has(nameOfRange(relation))) return NOTHING;
    return replace ? null : [`drop trigger ${quoteIdentifier(trigname)} on ${nameSql(nameOfRange(relation))}`];
  }
  if ('CreatePolicyStmt' in node) {
    const { table, policy_name: name } = node.CreatePolicyStmt;
    if (table === undefined || name === undefined) return null;
    if (made.has(nameOfRange(table))) return NOTHING;
    return [`drop policy ${quoteIdentifier(name)} on ${nameSql(nameOfRange(table))}`];
  }
  if ('CreateStatsStmt' in node) {
    const { relations = [], defnames, if_not_exists: kept } = node.CreateStatsStmt;
    if (relations.every((item) => 'RangeVar' in item && made.has(nameOfRange(item.RangeVar)))) return NOTHING;
    return defnames === undefined || kept ? null : [`drop statistics ${nameSql(nameOfPath(namePath(defnames)))}`];
  }
  return null;
}

/** What needs no way back: rows, comments and privileges of what was made here, settings that end with the transaction. */
function undoOfRest(node: Node, made: Made): Drops {
  if ('InsertStmt' in node)
    return node.InsertStmt.relation !== undefined && made.has(nameOfRange(node.InsertStmt.relation)) ? NOTHING : null;
  if ('CommentStmt' in node) {
    const path = namePath(node.CommentStmt.object);
    const owner = OF_TABLE.has(node.CommentStmt.objtype ?? '') ? path.slice(0, -1) : path;
    return owner.length > 0 && made.has(nameOfPath(owner)) ? NOTHING : null;
  }
  if ('GrantStmt' in node) {
    const { objects = [], objtype, is_grant: isGrant } = node.GrantStmt;
    const isMade = objects.every((item) => 'RangeVar' in item && made.has(nameOfRange(item.RangeVar)));
    return isGrant && objtype === 'OBJECT_TABLE' && isMade ? NOTHING : null;
  }
  if ('NotifyStmt' in node) return NOTHING;
  if ('VariableSetStmt' in node) return RESOLVES_NAMES.has(node.VariableSetStmt.name ?? '') ? null : NOTHING;
  if ('CreateExtensionStmt' in node) {
    const { extname, if_not_exists: kept } = node.CreateExtensionStmt;
    // An extension is a prerequisite, which stays; one that must not be there has to go.
    if (extname === undefined || kept) return NOTHING;
    return [`drop extension ${quoteIdentifier(extname)}`];
  }
  return null;
}

/** Their names end with one of their own, after the table's. */
const OF_TABLE = new Set(['OBJECT_COLUMN', 'OBJECT_TABCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);

/** After these a name means something else than it will mean in the way back. */
const RESOLVES_NAMES = new Set(['search_path', 'role', 'session_authorization', 'default_tablespace', '']);
