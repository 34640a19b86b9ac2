/** Types generated for queries found in "backfills/shelf-fingerprints/work.sql" */

/** 'Work' parameters type */
export interface IWorkParams {
  from: number;
  to: number;
}

/** 'Work' return type */
export type IWorkResult = void;

/** 'Work' query type */
export interface IWorkQuery {
  params: IWorkParams;
  result: IWorkResult;
}
