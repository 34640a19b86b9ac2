import type { Node, ObjectType, RangeVar } from 'libpg-query';
import { nameOfPath, nameOfRange, namePath } from '../relation-name.ts';
import { claim, type LockClaim, type LockRule } from './lock-claim.ts';
import { kindOf } from './object-kind.ts';

/** Statements that change what the catalog says of a relation, and none of its rows: all take a moment. */
export function metadataLocks(node: Node): LockClaim[] | null {
  if ('CreateTrigStmt' in node) {
    const { relation, constrrel } = node.CreateTrigStmt;
    return [
      ...on(relation, 'SHARE ROW EXCLUSIVE', 'CREATE TRIGGER', 'sql-createtrigger'),
      ...on(constrrel, 'ACCESS SHARE', 'CREATE TRIGGER', 'sql-createtrigger'),
    ];
  }
  if ('CreatePolicyStmt' in node) return on(node.CreatePolicyStmt.table, 'ACCESS EXCLUSIVE', 'CREATE POLICY', 'sql-createpolicy');
  if ('AlterPolicyStmt' in node) return on(node.AlterPolicyStmt.table, 'ACCESS EXCLUSIVE', 'ALTER POLICY', 'sql-alterpolicy');
  if ('RuleStmt' in node) return on(node.RuleStmt.relation, 'ACCESS EXCLUSIVE', 'CREATE RULE', 'sql-createrule');
  if ('CreateStatsStmt' in node)
    return onEach(node.CreateStatsStmt.relations, 'SHARE UPDATE EXCLUSIVE', 'CREATE STATISTICS', 'sql-createstatistics');
  if ('AlterSeqStmt' in node)
    return on(node.AlterSeqStmt.sequence, 'SHARE ROW EXCLUSIVE', 'ALTER SEQUENCE', 'sql-altersequence', 'OBJECT_SEQUENCE');
  if ('RenameStmt' in node) {
    const { renameType, relationType, relation } = node.RenameStmt;
    const mode = renameType === 'OBJECT_INDEX' ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
    const ofTable = renameType === 'OBJECT_COLUMN' || renameType === 'OBJECT_ATTRIBUTE' ? relationType : renameType;
    return on(relation, mode, 'RENAME', 'sql-altertable', ofTable);
  }
  if ('AlterObjectSchemaStmt' in node) {
    const { relation, objectType } = node.AlterObjectSchemaStmt;
    return on(relation, 'ACCESS EXCLUSIVE', 'SET SCHEMA', 'sql-altertable', objectType);
  }
  if ('CommentStmt' in node) return described(node.CommentStmt.objtype, node.CommentStmt.object, 'COMMENT', 'sql-comment');
  if ('SecLabelStmt' in node) return described(node.SecLabelStmt.objtype, node.SecLabelStmt.object, 'SECURITY LABEL', 'sql-security-label');
  if ('CreatePublicationStmt' in node)
    return published(node.CreatePublicationStmt.pubobjects, 'CREATE PUBLICATION', 'sql-createpublication');
  if ('AlterPublicationStmt' in node) return published(node.AlterPublicationStmt.pubobjects, 'ALTER PUBLICATION', 'sql-alterpublication');
  if ('AlterDomainStmt' in node) return alterDomain(node.AlterDomainStmt.subtype, node.AlterDomainStmt.typeName, node.AlterDomainStmt.def);
  return null;
}

const COMMENTED_RELATIONS = new Set<ObjectType>([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_INDEX',
  'OBJECT_SEQUENCE',
  'OBJECT_FOREIGN_TABLE',
]);
const COMMENTED_PARTS = new Set<ObjectType>(['OBJECT_TABCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);

function described(type: ObjectType | undefined, object: Node | undefined, because: string, page: string): LockClaim[] {
  if (type === undefined) return [];
  const path = namePath(object);
  if (COMMENTED_RELATIONS.has(type))
    return [claim({ ...nameOfPath(path), kind: kindOf(type) }, { mode: 'SHARE UPDATE EXCLUSIVE', because, page })];
  const table = { ...nameOfPath(path.slice(0, -1)), kind: 'table' } as const;
  if (type === 'OBJECT_COLUMN') return [claim(table, { mode: 'SHARE UPDATE EXCLUSIVE', because, page })];
  return COMMENTED_PARTS.has(type) ? [claim(table, { mode: 'ACCESS SHARE', because, page })] : [];
}

function published(objects: readonly Node[] | undefined, because: string, page: string): LockClaim[] {
  return (objects ?? []).flatMap((item) =>
    'PublicationObjSpec' in item ? on(item.PublicationObjSpec.pubtable?.relation, 'SHARE UPDATE EXCLUSIVE', because, page) : [],
  );
}

/** Subtypes by `AlterDomainStmt`: C adds a constraint, O sets NOT NULL, V validates; these look at the stored values. */
function alterDomain(subtype: string | undefined, name: readonly Node[] | undefined, def: Node | undefined): LockClaim[] {
  const unchecked = def !== undefined && 'Constraint' in def && def.Constraint.skip_validation;
  if ((subtype !== 'C' && subtype !== 'O' && subtype !== 'V') || unchecked) return [];
  const rule: LockRule = {
    mode: 'SHARE',
    work: 'scan',
    because: 'ALTER DOMAIN',
    page: 'sql-alterdomain',
    also: 'every table that uses it',
  };
  return [claim({ ...nameOfPath(namePath(name)), kind: 'type' }, rule)];
}

function on(range: RangeVar | undefined, mode: LockRule['mode'], because: string, page: string, type?: ObjectType): LockClaim[] {
  return range === undefined ? [] : [claim({ ...nameOfRange(range), kind: kindOf(type) }, { mode, because, page })];
}

function onEach(nodes: readonly Node[] | undefined, mode: LockRule['mode'], because: string, page: string): LockClaim[] {
  return (nodes ?? []).flatMap((item) => ('RangeVar' in item ? on(item.RangeVar, mode, because, page) : []));
}
