/** Types generated for queries found in "backfills/shelf-fingerprints/verify.sql" */

/** 'Verify' parameters type */
export interface IVerifyParams {
  from: number;
  to: number;
}

/** 'Verify' return type */
export interface IVerifyResult {
  actual: string | null;
  expected: string | null;
  id: number | null;
}

/** 'Verify' query type */
export interface IVerifyQuery {
  params: IVerifyParams;
  result: IVerifyResult;
}
