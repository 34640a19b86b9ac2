/** Types generated for queries found in "backfills/verse-user-status/verify.sql" */

/** 'Verify' parameters type */
export interface IVerifyParams {
  from: number;
  to: number;
}

/** 'Verify' return type */
export interface IVerifyResult {
  /** State of the account; takes the place of status_old */
  actual: string | null;
  /** State of the account, as free text */
  expected: string | null;
  /** Primary key */
  id: number;
}

/** 'Verify' query type */
export interface IVerifyQuery {
  params: IVerifyParams;
  result: IVerifyResult;
}
