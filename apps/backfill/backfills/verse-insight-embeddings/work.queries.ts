/** Types generated for queries found in "backfills/verse-insight-embeddings/work.sql" */

/** 'Work' parameters type */
export type IWorkParams = void;

/** 'Work' return type */
export type IWorkResult = void;

/** 'Work' query type */
export interface IWorkQuery {
  params: IWorkParams;
  result: IWorkResult;
}
