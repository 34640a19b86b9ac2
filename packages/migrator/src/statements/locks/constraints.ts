import type { Constraint } from 'libpg-query';
import { nameOfRange } from '../relation-name.ts';
import { exclusive } from './alter-table-rules.ts';
import { claim, type LockClaim, type LockedObject, type LockRule } from './lock-claim.ts';

/**
 * The locks of a constraint that is added to a table, alone or with its column. A foreign key takes SHARE ROW EXCLUSIVE on
 * both tables; what comes with a column adds to the ACCESS EXCLUSIVE that ADD COLUMN takes anyway.
 */
export function constraintClaims(object: LockedObject, constraint: Constraint, withColumn = false): LockClaim[] {
  const { contype, skip_validation: notValid = false, indexname, pktable } = constraint;
  switch (contype) {
    case 'CONSTR_CHECK':
      return [claim(object, notValid ? exclusive('ADD CHECK NOT VALID') : exclusive('ADD CHECK', 'scan'))];
    case 'CONSTR_NOTNULL':
      return withColumn ? [] : [claim(object, notValid ? exclusive('ADD NOT NULL NOT VALID') : exclusive('ADD NOT NULL', 'scan'))];
    case 'CONSTR_PRIMARY':
      if (indexname) return [claim(object, exclusive('ADD PRIMARY KEY USING INDEX', 'scan', 'its columns are NOT NULL already'))];
      return [claim(object, exclusive('ADD PRIMARY KEY', 'index build'))];
    case 'CONSTR_UNIQUE':
      return [claim(object, indexname ? exclusive('ADD UNIQUE USING INDEX') : exclusive('ADD UNIQUE', 'index build'))];
    case 'CONSTR_EXCLUSION':
      return [claim(object, exclusive('ADD EXCLUDE', 'index build'))];
    case 'CONSTR_FOREIGN': {
      const rule = foreignKey(notValid || withColumn);
      if (pktable === undefined) return [claim(object, rule)];
      return [claim(object, rule), claim({ ...nameOfRange(pktable), kind: 'table' }, rule)];
    }
    default:
      return [];
  }
}

/** A new column holds nulls (or one default value that the key accepts or not at once): there is nothing to scan. */
function foreignKey(unchecked: boolean): LockRule {
  return {
    mode: 'SHARE ROW EXCLUSIVE',
    because: `ADD FOREIGN KEY${unchecked ? '' : ', checking every row'}`,
    work: unchecked ? 'catalog' : 'scan',
    page: 'sql-altertable',
  };
}
