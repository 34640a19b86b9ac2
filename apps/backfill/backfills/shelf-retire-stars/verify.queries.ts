/** Types generated for queries found in "backfills/shelf-retire-stars/verify.sql" */

/** 'Verify' parameters type */
export interface IVerifyParams {
  from: number;
  to: number;
}

/** 'Verify' return type */
export interface IVerifyResult {
  /** Star rating from 1 to 5; null when the reader gave none */
  actual: number | null;
  expected: string | null;
  /** Primary key */
  id: number;
}

/** 'Verify' query type */
export interface IVerifyQuery {
  params: IVerifyParams;
  result: IVerifyResult;
}
