/** Types generated for queries found in "backfills/verse-insight-embeddings/read.sql" */

/** 'Read' parameters type */
export interface IReadParams {
  from: number;
  to: number;
}

/** 'Read' return type */
export interface IReadResult {
  /** Primary key */
  id: number;
  source_hash: string;
  text: string;
}

/** 'Read' query type */
export interface IReadQuery {
  params: IReadParams;
  result: IReadResult;
}
