/** Types generated for queries found in "backfills/shelf-book-embeddings/read.sql" */

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
  /** Blurb shown on the book's page; text that similar books are found by */
  text: string;
}

/** 'Read' query type */
export interface IReadQuery {
  params: IReadParams;
  result: IReadResult;
}
