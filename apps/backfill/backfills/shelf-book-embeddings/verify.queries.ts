/** Types generated for queries found in "backfills/shelf-book-embeddings/verify.sql" */

/** 'Verify' parameters type */
export interface IVerifyParams {
  from: number;
  to: number;
}

/** 'Verify' return type */
export interface IVerifyResult {
  actual: string | null;
  expected: string | null;
  /** Primary key */
  id: number;
}

/** 'Verify' query type */
export interface IVerifyQuery {
  params: IVerifyParams;
  result: IVerifyResult;
}
