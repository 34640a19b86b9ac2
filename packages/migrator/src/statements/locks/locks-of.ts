import type { Statement } from '../statement.ts';
import { alterTableLocks } from './alter-table.ts';
import { createLocks } from './create.ts';
import { dropLocks } from './drop.ts';
import { indexLocks } from './indexes.ts';
import { type LockClaim, mergeClaims } from './lock-claim.ts';
import { maintenanceLocks } from './maintenance.ts';
import { metadataLocks } from './metadata.ts';
import { dataLocks } from './queries.ts';

const FAMILIES = [alterTableLocks, createLocks, indexLocks, dropLocks, metadataLocks, maintenanceLocks, dataLocks];

/**
 * The locks that a statement takes on objects that exist before it, one for each object that it names. What only the
 * database knows (partitions, a foreign key's other table, what CASCADE reaches) is told in words in `also`; what code
 * does (DO, CALL, functions, triggers) cannot be seen. GRANT and REVOKE lock no relation before PostgreSQL 18,
 * and then no more than a SELECT does.
 */
export function locksOf(statement: Pick<Statement, 'node'>): readonly LockClaim[] {
  for (const family of FAMILIES) {
    const claims = family(statement.node);
    if (claims !== null) return mergeClaims(claims);
  }
  return [];
}

/** Whether the statement runs code that may lock anything. */
export function runsCode({ kind }: Pick<Statement, 'kind'>): boolean {
  return kind === 'DoStmt' || kind === 'CallStmt' || kind === 'ExecuteStmt';
}
