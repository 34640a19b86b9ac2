/** Types generated for queries found in "backfills/shelf-retire-stars/remaining.sql" */

import type { BigIntParameter } from '@godwit/queries/values';

/** 'Remaining' parameters type */
export interface IRemainingParams {
  n: BigIntParameter;
}

/** 'Remaining' return type */
export interface IRemainingResult {
  /** Primary key */
  id: number;
}

/** 'Remaining' query type */
export interface IRemainingQuery {
  params: IRemainingParams;
  result: IRemainingResult;
}
