import { namePath } from '@godwit/migrator/statements';
import type { Node, ObjectType, RangeVar } from 'libpg-query';
import type { LintStatement } from '../lint-statement.ts';

/** A name without its schema. Offsets are those of the statement's text. */
export interface UnqualifiedName {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** Kinds of objects that are in a schema themselves. */
const IN_SCHEMA = new Set<ObjectType | undefined>([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
  'OBJECT_INDEX',
  'OBJECT_SEQUENCE',
  'OBJECT_TYPE',
  'OBJECT_DOMAIN',
  'OBJECT_FUNCTION',
  'OBJECT_PROCEDURE',
]);

/** Kinds of objects that are named behind their table: `[table, name]`. */
const OF_TABLE = new Set<ObjectType | undefined>([
  'OBJECT_COLUMN',
  'OBJECT_TABCONSTRAINT',
  'OBJECT_TRIGGER',
  'OBJECT_POLICY',
  'OBJECT_RULE',
]);

/** The names of relations, types and functions that a statement makes, changes or reads, where the search path decides; in order of place. */
export function unqualifiedNames(statement: LintStatement): readonly UnqualifiedName[] {
  const { node } = statement;
  const found = [
    ...rangesIn(node).flatMap((range) => placeOfRange(statement, range)),
    ...pathsIn(node).flatMap((name) => placeOfWord(statement, name)),
  ];
  return found.filter(({ name }) => !name.startsWith('pg_')).toSorted((a, b) => a.at - b.at);
}

/** Tables as queries and commands name them; not the names of common table expressions, temporary tables, or aliases in FOR UPDATE OF. */
function rangesIn(node: Node): readonly RangeVar[] {
  const named = new Set<string | undefined>();
  const found: RangeVar[] = [];
  collect(node, found, named);
  return found.filter(
    ({ schemaname, relpersistence, relname }) => schemaname === undefined && relpersistence !== 't' && !named.has(relname),
  );
}

/** Every table in a piece of a parse tree, also those that stand in a field without the wrapping of a node. */
function collect(tree: unknown, found: RangeVar[], named: Set<string | undefined>): void {
  if (Array.isArray(tree)) {
    for (const item of tree) collect(item, found, named);
    return;
  }
  if (typeof tree !== 'object' || tree === null) return;
  if (isRange(tree)) found.push(tree);
  if ('ctename' in tree && typeof tree.ctename === 'string') named.add(tree.ctename);
  for (const [field, value] of Object.entries(tree)) if (field !== 'lockedRels') collect(value, found, named);
}

function isRange(value: object): value is RangeVar {
  return 'relname' in value && typeof value.relname === 'string' && 'relpersistence' in value;
}

function placeOfRange(statement: LintStatement, { relname = '', location }: RangeVar): UnqualifiedName[] {
  if (location === undefined || location < 0) return placeOfWord(statement, relname);
  const at = statement.at(location);
  // In quotes a name is longer than it is. To cut the statement into tokens for it would cost more than all the rest.
  NAME.lastIndex = at;
  return [{ name: relname, at, end: at + (NAME.exec(statement.text)?.[0].length ?? relname.length) }];
}

const NAME = /"(?:[^"]|"")*"|[^\s"(),;.]+/y;

/** Names that the tree holds as lists of words, without a place. */
function pathsIn(node: Node): readonly string[] {
  if ('DropStmt' in node) return (node.DropStmt.objects ?? []).flatMap((object) => unqualified(node.DropStmt.removeType, object));
  if ('CommentStmt' in node)
    return node.CommentStmt.object === undefined ? [] : unqualified(node.CommentStmt.objtype, node.CommentStmt.object);
  if ('CreateFunctionStmt' in node) return single(namePath(node.CreateFunctionStmt.funcname));
  if ('CreateTrigStmt' in node) return single(namePath(node.CreateTrigStmt.funcname));
  if ('CreateEnumStmt' in node) return single(namePath(node.CreateEnumStmt.typeName));
  if ('AlterEnumStmt' in node) return single(namePath(node.AlterEnumStmt.typeName));
  if ('CreateDomainStmt' in node) return single(namePath(node.CreateDomainStmt.domainname));
  if ('AlterDomainStmt' in node) return single(namePath(node.AlterDomainStmt.typeName));
  return 'AlterFunctionStmt' in node ? single(namePath(node.AlterFunctionStmt.func?.objname)) : [];
}

function unqualified(type: ObjectType | undefined, object: Node): readonly string[] {
  const path =
    'ObjectWithArgs' in object
      ? namePath(object.ObjectWithArgs.objname)
      : 'TypeName' in object
        ? namePath(object.TypeName.names)
        : namePath(object);
  if (IN_SCHEMA.has(type)) return single(path);
  return OF_TABLE.has(type) && path.length === 2 ? [path[0] ?? ''] : [];
}

function single(path: readonly string[]): readonly string[] {
  return path.length === 1 ? path : [];
}

/** The first time that the name stands behind the command's first word: before any literal, in the statements that name things so. */
function placeOfWord({ text }: LintStatement, name: string): UnqualifiedName[] {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  for (const { 0: word, index: at } of text.matchAll(NAMES)) {
    if (word === quoted || word.toLowerCase() === name.toLowerCase()) return [{ name, at, end: at + word.length }];
  }
  return [];
}

/** One expression for every name: to make one for each would take longer than the search. */
const NAMES = /(?<=[\s(,])(?:"(?:[^"]|"")*"|[^\s"(),;.:]+)/g;
