import type { AlterTableCmd, AlterTableStmt, ColumnDef, Node, ObjectType, PartitionCmd } from 'libpg-query';
import { nameOfRange, type RelationName } from '../relation-name.ts';
import { ALTER_TABLE_RULES, exclusive, gentle } from './alter-table-rules.ts';
import { constraintClaims } from './constraints.ts';
import { defaultKind } from './default-expression.ts';
import { claim, type LockClaim, type LockedObject, type LockRule } from './lock-claim.ts';
import { kindOf } from './object-kind.ts';

/** ALTER TABLE, INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE, FOREIGN TABLE and composite TYPE share one node. */
export function alterTableLocks(node: Node): LockClaim[] | null {
  if (!('AlterTableStmt' in node)) return null;
  const { relation, cmds = [], objtype } = node.AlterTableStmt;
  if (relation === undefined) return [];
  const object = { ...nameOfRange(relation), kind: kindOf(objtype) };
  return cmds.flatMap((item) => ('AlterTableCmd' in item ? subcommand(object, item.AlterTableCmd, node.AlterTableStmt) : []));
}

function subcommand(object: LockedObject, command: AlterTableCmd, statement: AlterTableStmt): LockClaim[] {
  const { subtype = 'AT_AddColumn', def } = command;
  if (def !== undefined && 'Constraint' in def && subtype === 'AT_AddConstraint') return constraintClaims(object, def.Constraint);
  if (def !== undefined && 'ColumnDef' in def && subtype === 'AT_AddColumn') return addColumn(object, def.ColumnDef);
  if (def !== undefined && 'PartitionCmd' in def) return partition(object, command, def.PartitionCmd);
  const known = ALTER_TABLE_RULES[subtype] ?? exclusive('ALTER TABLE');
  const own = claim(object, withTypeUsers(typeof known === 'function' ? known(command) : known, statement.objtype));
  const parent = def !== undefined && 'RangeVar' in def ? nameOfRange(def.RangeVar) : null;
  if (subtype === 'AT_AddInherit' && parent !== null) return [own, claim(table(parent), gentle('INHERIT'))];
  if (subtype === 'AT_DropInherit' && parent !== null)
    return [own, claim(table(parent), { ...gentle('NO INHERIT'), mode: 'ACCESS SHARE' })];
  if (object.kind === 'index' && subtype === 'AT_SetTableSpace') return [{ ...own, also: 'its table, ACCESS SHARE' }];
  return [own];
}

function addColumn(object: LockedObject, column: ColumnDef): LockClaim[] {
  const constraints = (column.constraints ?? []).flatMap((item) => ('Constraint' in item ? [item.Constraint] : []));
  const filled = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT');
  const kind = defaultKind(filled?.raw_expr);
  const type = column.typeName?.names?.at(-1);
  const serial = type !== undefined && 'String' in type && /^(small|big)?serial[248]?$/.test(type.String.sval ?? '');
  const stored = constraints.some(({ contype, generated_kind }) => contype === 'CONSTR_GENERATED' && generated_kind !== 'v');
  const identity = constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY');
  const own =
    serial || stored || identity || kind === 'volatile'
      ? exclusive('ADD COLUMN with a value for each row', 'rewrite')
      : kind === 'unknown'
        ? exclusive('ADD COLUMN with a computed default', 'rewrite', 'the default is stable: the same value for every row')
        : exclusive('ADD COLUMN');
  return [claim(object, own), ...constraints.flatMap((item) => constraintClaims(object, item, true))];
}

function partition(object: LockedObject, { subtype }: AlterTableCmd, { name, concurrent }: PartitionCmd): LockClaim[] {
  const part: LockedObject = { ...(name === undefined ? { schema: null, name: '' } : nameOfRange(name)), kind: object.kind };
  if (object.kind === 'index') {
    return [
      claim(object, gentle('ATTACH PARTITION')),
      claim(part, { ...exclusive('ATTACH PARTITION'), also: 'both tables, ACCESS SHARE' }),
    ];
  }
  if (subtype === 'AT_AttachPartition') {
    const rule = exclusive('ATTACH PARTITION', 'scan', 'a valid CHECK proves that every row fits');
    return [claim(object, { ...gentle('ATTACH PARTITION'), also: 'the default partition, ACCESS EXCLUSIVE' }), claim(part, rule)];
  }
  const because = subtype === 'AT_DetachPartitionFinalize' ? 'DETACH PARTITION FINALIZE' : 'DETACH PARTITION';
  const parent =
    concurrent || subtype === 'AT_DetachPartitionFinalize'
      ? gentle(because)
      : { ...exclusive(because), also: 'the default partition, ACCESS EXCLUSIVE' };
  return [claim(object, parent), claim(part, exclusive(because))];
}

function withTypeUsers(rule: LockRule, objtype: ObjectType | undefined): LockRule {
  return objtype === 'OBJECT_TYPE' ? { ...rule, page: 'sql-altertype', also: 'tables of this type, ACCESS EXCLUSIVE' } : rule;
}

function table(name: RelationName): LockedObject {
  return { ...name, kind: 'table' };
}
