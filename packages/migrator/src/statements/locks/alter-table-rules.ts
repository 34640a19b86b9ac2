import type { AlterTableCmd, AlterTableType } from 'libpg-query';
import type { LockRule, LockWork } from './lock-claim.ts';
import { optionsRule } from './storage-options.ts';

/** What one subcommand asks of the table itself. Others that it touches (a referenced table, a partition) are in `alter-table.ts`. */
type SubcommandRule = LockRule | ((command: AlterTableCmd) => LockRule);

/**
 * The table of ALTER TABLE's subcommands: https://www.postgresql.org/docs/current/sql-altertable.html, where "an ACCESS
 * EXCLUSIVE lock is acquired unless explicitly noted". `locks.db.test.ts` compares each with what a server really takes.
 */
export const ALTER_TABLE_RULES: Partial<Readonly<Record<AlterTableType, SubcommandRule>>> = {
  AT_ColumnDefault: exclusive('SET or DROP DEFAULT'),
  AT_DropNotNull: exclusive('DROP NOT NULL'),
  AT_SetNotNull: exclusive('SET NOT NULL', 'scan', 'a valid CHECK (column IS NOT NULL) proves it'),
  AT_SetExpression: exclusive('SET EXPRESSION', 'rewrite', 'the column is virtual'),
  AT_DropExpression: exclusive('DROP EXPRESSION'),
  AT_SetStatistics: gentle('SET STATISTICS'),
  AT_SetOptions: gentle('SET (attribute option)'),
  AT_ResetOptions: gentle('RESET (attribute option)'),
  AT_SetStorage: exclusive('SET STORAGE'),
  AT_SetCompression: exclusive('SET COMPRESSION'),
  AT_DropColumn: exclusive('DROP COLUMN'),
  AT_AlterColumnType: exclusive(
    'ALTER COLUMN TYPE',
    'rewrite',
    'the old values are valid as they are (varchar(10) to varchar(20) or text)',
  ),
  AT_AlterColumnGenericOptions: exclusive('ALTER COLUMN OPTIONS'),
  AT_AlterConstraint: exclusive('ALTER CONSTRAINT'),
  AT_DropConstraint: { ...exclusive('DROP CONSTRAINT'), also: 'the table that it references, if it is a foreign key, ACCESS EXCLUSIVE' },
  AT_ValidateConstraint: {
    ...gentle('VALIDATE CONSTRAINT', 'scan'),
    also: 'the table that it references, if it is a foreign key, ROW SHARE',
  },
  AT_AddIndexConstraint: exclusive('ADD CONSTRAINT USING INDEX'),
  AT_ChangeOwner: exclusive('OWNER TO'),
  AT_ClusterOn: gentle('CLUSTER ON'),
  AT_DropCluster: gentle('SET WITHOUT CLUSTER'),
  AT_SetLogged: exclusive('SET LOGGED', 'rewrite', 'it is logged already'),
  AT_SetUnLogged: exclusive('SET UNLOGGED', 'rewrite', 'it is unlogged already'),
  AT_DropOids: exclusive('SET WITHOUT OIDS'),
  AT_SetAccessMethod: exclusive('SET ACCESS METHOD', 'rewrite', 'it has that access method already'),
  AT_SetTableSpace: exclusive('SET TABLESPACE', 'rewrite', 'it is there already'),
  AT_SetRelOptions: (command) => optionsRule('SET (storage parameter)', command.def),
  AT_ResetRelOptions: (command) => optionsRule('RESET (storage parameter)', command.def),
  AT_ReplaceRelOptions: (command) => optionsRule('SET (storage parameter)', command.def),
  AT_EnableTrig: trigger('ENABLE TRIGGER'),
  AT_EnableAlwaysTrig: trigger('ENABLE ALWAYS TRIGGER'),
  AT_EnableReplicaTrig: trigger('ENABLE REPLICA TRIGGER'),
  AT_DisableTrig: trigger('DISABLE TRIGGER'),
  AT_EnableTrigAll: trigger('ENABLE TRIGGER ALL'),
  AT_DisableTrigAll: trigger('DISABLE TRIGGER ALL'),
  AT_EnableTrigUser: trigger('ENABLE TRIGGER USER'),
  AT_DisableTrigUser: trigger('DISABLE TRIGGER USER'),
  AT_EnableRule: exclusive('ENABLE RULE'),
  AT_EnableAlwaysRule: exclusive('ENABLE ALWAYS RULE'),
  AT_EnableReplicaRule: exclusive('ENABLE REPLICA RULE'),
  AT_DisableRule: exclusive('DISABLE RULE'),
  AT_AddInherit: exclusive('INHERIT'),
  AT_DropInherit: exclusive('NO INHERIT'),
  AT_AddOf: exclusive('OF'),
  AT_DropOf: exclusive('NOT OF'),
  AT_ReplicaIdentity: exclusive('REPLICA IDENTITY'),
  AT_EnableRowSecurity: exclusive('ENABLE ROW LEVEL SECURITY'),
  AT_DisableRowSecurity: exclusive('DISABLE ROW LEVEL SECURITY'),
  AT_ForceRowSecurity: exclusive('FORCE ROW LEVEL SECURITY'),
  AT_NoForceRowSecurity: exclusive('NO FORCE ROW LEVEL SECURITY'),
  AT_GenericOptions: exclusive('OPTIONS'),
  AT_AttachPartition: gentle('ATTACH PARTITION'),
  AT_DetachPartitionFinalize: gentle('DETACH PARTITION FINALIZE'),
  AT_AddIdentity: exclusive('ADD GENERATED AS IDENTITY'),
  AT_SetIdentity: exclusive('SET GENERATED'),
  AT_DropIdentity: exclusive('DROP IDENTITY'),
};

export function exclusive(because: string, work: LockWork = 'catalog', unless?: string): LockRule {
  return { mode: 'ACCESS EXCLUSIVE', because, work, page: 'sql-altertable', ...(unless === undefined ? {} : { unless }) };
}

export function gentle(because: string, work: LockWork = 'catalog'): LockRule {
  return { mode: 'SHARE UPDATE EXCLUSIVE', because, work, page: 'sql-altertable' };
}

function trigger(because: string): LockRule {
  return { mode: 'SHARE ROW EXCLUSIVE', because, page: 'sql-altertable' };
}
