/** Types generated for queries found in "src/mam/books.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { Json, BigIntParameter } from '../values.ts';

/** 'BooksByMetadata' parameters type */
export interface IBooksByMetadataParams {
  limit: BigIntParameter;
  metadata: string;
}

/** 'BooksByMetadata' return type */
export interface IBooksByMetadataResult {
  /** Primary key */
  id: number;
  /** What the sources say of the book, as they say it */
  metadata: Json;
  /** Year of publication */
  published_year: number | null;
  /** Name of the series, unique for the author */
  series: string | null;
  /** Place in the series; 2.5 stands between the second and the third */
  series_position: string | null;
  /** Title */
  title: string;
}

/** 'BooksByMetadata' query type */
export interface IBooksByMetadataQuery {
  params: IBooksByMetadataParams;
  result: IBooksByMetadataResult;
}

const booksByMetadataIR: any = {"usedParamSet":{"metadata":true,"limit":true},"params":[{"name":"metadata","required":true,"transform":{"type":"scalar"},"locs":[{"a":173,"b":182}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":213,"b":219}]}],"statement":"select b.id, b.title, b.published_year, b.metadata, s.name as \"series?\", b.series_position\nfrom mam.books b\nleft join mam.series s on s.id = b.series_id\nwhere b.metadata @> :metadata!\norder by b.title, b.id\nlimit :limit!                                           "};

/**
 * Query generated from SQL:
 * ```
 * select b.id, b.title, b.published_year, b.metadata, s.name as "series?", b.series_position
 * from mam.books b
 * left join mam.series s on s.id = b.series_id
 * where b.metadata @> :metadata!
 * order by b.title, b.id
 * limit :limit!                                           
 * ```
 */
export const booksByMetadata = new PreparedQuery<IBooksByMetadataParams,IBooksByMetadataResult>(booksByMetadataIR);


/** 'NarratorsOfBook' parameters type */
export interface INarratorsOfBookParams {
  bookId: number;
}

/** 'NarratorsOfBook' return type */
export interface INarratorsOfBookResult {
  /** How sure the match is, from 0 to 1 */
  confidence: string;
  /** Primary key */
  id: number;
  /** Name as the source gives it, unique */
  name: string;
  /** What the match was made from, such as audible, filename or speech */
  source: string;
}

/** 'NarratorsOfBook' query type */
export interface INarratorsOfBookQuery {
  params: INarratorsOfBookParams;
  result: INarratorsOfBookResult;
}

const narratorsOfBookIR: any = {"usedParamSet":{"bookId":true},"params":[{"name":"bookId","required":true,"transform":{"type":"scalar"},"locs":[{"a":138,"b":145}]}],"statement":"select n.id, n.name, bn.confidence, bn.source\nfrom mam.book_narrators bn\njoin mam.narrators n on n.id = bn.narrator_id\nwhere bn.book_id = :bookId!\norder by bn.confidence desc, n.name"};

/**
 * Query generated from SQL:
 * ```
 * select n.id, n.name, bn.confidence, bn.source
 * from mam.book_narrators bn
 * join mam.narrators n on n.id = bn.narrator_id
 * where bn.book_id = :bookId!
 * order by bn.confidence desc, n.name
 * ```
 */
export const narratorsOfBook = new PreparedQuery<INarratorsOfBookParams,INarratorsOfBookResult>(narratorsOfBookIR);


