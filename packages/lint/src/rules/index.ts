import type { Rule } from '../rule.ts';
import { addCheck } from './add-check.ts';
import { addForeignKey } from './add-foreign-key.ts';
import { addPrimaryKey } from './add-primary-key.ts';
import { addRequiredColumn } from './add-required-column.ts';
import { addUnique } from './add-unique.ts';
import { backfillInRevision } from './backfill-in-revision.ts';
import { charType } from './char-type.ts';
import { cluster } from './cluster.ts';
import { columnTypeRewrite } from './column-type-rewrite.ts';
import { detachNotConcurrently } from './detach-not-concurrently.ts';
import { disableTrigger } from './disable-trigger.ts';
import { dropColumnInUse } from './drop-column-in-use.ts';
import { dropExtension } from './drop-extension.ts';
import { dropIndexNotConcurrently } from './drop-index-not-concurrently.ts';
import { dropTableInUse } from './drop-table-in-use.ts';
import { enumValueInSameTransaction } from './enum-value-in-same-transaction.ts';
import { exclusionConstraint } from './exclusion-constraint.ts';
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts';
import { gateMissing } from './gate-missing.ts';
import { ignoreUnknown } from './ignore-unknown.ts';
import { ignoreUnused } from './ignore-unused.ts';
import { ignoreWithoutReason } from './ignore-without-reason.ts';
import { indexNotConcurrently } from './index-not-concurrently.ts';
import { intPrimaryKey } from './int-primary-key.ts';
import { invalidSql } from './invalid-sql.ts';
import { jsonType } from './json-type.ts';
import { lockTable } from './lock-table.ts';
import { lockTimeoutOff } from './lock-timeout-off.ts';
import { needsNoTransaction } from './needs-no-transaction.ts';
import { noWhere } from './no-where.ts';
import { refreshNotConcurrently } from './refresh-not-concurrently.ts';
import { reindexNotConcurrently } from './reindex-not-concurrently.ts';
import { renameColumn } from './rename-column.ts';
import { renameEnumValue } from './rename-enum-value.ts';
import { renameSchema } from './rename-schema.ts';
import { renameTable } from './rename-table.ts';
import { securityDefinerSearchPath } from './security-definer-search-path.ts';
import { serialColumn } from './serial-column.ts';
import { setNotNull } from './set-not-null.ts';
import { severalStatements } from './several-statements.ts';
import { storedGeneratedColumn } from './stored-generated-column.ts';
import { tableWithoutRowSecurity } from './table-without-row-security.ts';
import { textSetting } from './text-setting.ts';
import { timestampWithoutTimeZone } from './timestamp-without-time-zone.ts';
import { transactionControl } from './transaction-control.ts';
import { truncate } from './truncate.ts';
import { unqualifiedName } from './unqualified-name.ts';
import { vacuumFull } from './vacuum-full.ts';
import { validateUnderLock } from './validate-under-lock.ts';
import { vectorIndexMemory } from './vector-index-memory.ts';
import { volatileDefault } from './volatile-default.ts';

/** Every rule of ours, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  indexNotConcurrently,
  dropIndexNotConcurrently,
  reindexNotConcurrently,
  addForeignKey,
  addCheck,
  addUnique,
  addPrimaryKey,
  exclusionConstraint,
  setNotNull,
  validateUnderLock,
  detachNotConcurrently,
  refreshNotConcurrently,
  truncate,
  vacuumFull,
  cluster,
  lockTable,
  disableTrigger,
  lockTimeoutOff,
  addRequiredColumn,
  volatileDefault,
  storedGeneratedColumn,
  serialColumn,
  columnTypeRewrite,
  renameColumn,
  renameTable,
  renameSchema,
  renameEnumValue,
  dropColumnInUse,
  dropTableInUse,
  gateMissing,
  dropExtension,
  noWhere,
  backfillInRevision,
  unqualifiedName,
  intPrimaryKey,
  foreignKeyWithoutIndex,
  timestampWithoutTimeZone,
  charType,
  jsonType,
  securityDefinerSearchPath,
  tableWithoutRowSecurity,
  vectorIndexMemory,
  invalidSql,
  transactionControl,
  needsNoTransaction,
  severalStatements,
  enumValueInSameTransaction,
  textSetting,
  ignoreWithoutReason,
  ignoreUnused,
  ignoreUnknown,
];
