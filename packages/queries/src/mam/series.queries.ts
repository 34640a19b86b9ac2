/** Types generated for queries found in "src/mam/series.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

/** 'MissingBooksOfSeries' parameters type */
export interface IMissingBooksOfSeriesParams {
  seriesId: number;
}

/** 'MissingBooksOfSeries' return type */
export interface IMissingBooksOfSeriesResult {
  /** When the gap was found */
  reported_at: Date;
  /** Name of the series, unique for the author */
  series: string;
  /** Place of the missing book in the series */
  series_position: string;
  /** Title of the missing book, when it is known */
  title: string | null;
}

/** 'MissingBooksOfSeries' query type */
export interface IMissingBooksOfSeriesQuery {
  params: IMissingBooksOfSeriesParams;
  result: IMissingBooksOfSeriesResult;
}

const missingBooksOfSeriesIR: any = {"usedParamSet":{"seriesId":true},"params":[{"name":"seriesId","required":true,"transform":{"type":"scalar"},"locs":[{"a":152,"b":161}]}],"statement":"select s.name as series, m.series_position, m.title, m.reported_at\nfrom mam.missing_books m\njoin mam.series s on s.id = m.series_id\nwhere m.series_id = :seriesId! and m.resolved_book_id is null\norder by m.series_position                                                                "};

/**
 * Query generated from SQL:
 * ```
 * select s.name as series, m.series_position, m.title, m.reported_at
 * from mam.missing_books m
 * join mam.series s on s.id = m.series_id
 * where m.series_id = :seriesId! and m.resolved_book_id is null
 * order by m.series_position                                                                
 * ```
 */
export const missingBooksOfSeries = new PreparedQuery<IMissingBooksOfSeriesParams,IMissingBooksOfSeriesResult>(missingBooksOfSeriesIR);


/** 'IncompleteSeries' parameters type */
export interface IIncompleteSeriesParams {
  limit: BigIntParameter;
}

/** 'IncompleteSeries' return type */
export interface IIncompleteSeriesResult {
  /** Name as printed on the cover */
  author: string | null;
  /** owned_books of total_books, in percent */
  completion_pct: string;
  /** Primary key */
  id: number;
  /** Name of the series, unique for the author */
  name: string;
  /** Number of books of the series in the library, at the last check */
  owned_books: number;
  /** Number of books in the series; null when it is not known */
  total_books: number | null;
}

/** 'IncompleteSeries' query type */
export interface IIncompleteSeriesQuery {
  params: IIncompleteSeriesParams;
  result: IIncompleteSeriesResult;
}

const incompleteSeriesIR: any = {"usedParamSet":{"limit":true},"params":[{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":234,"b":240}]}],"statement":"select s.id, s.name, a.name as \"author?\", s.owned_books, s.total_books, s.completion_pct\nfrom mam.series s\nleft join mam.authors a on a.id = s.author_id\nwhere s.completion_status = 'partial'\norder by s.completion_pct desc, s.id\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.name, a.name as "author?", s.owned_books, s.total_books, s.completion_pct
 * from mam.series s
 * left join mam.authors a on a.id = s.author_id
 * where s.completion_status = 'partial'
 * order by s.completion_pct desc, s.id
 * limit :limit!
 * ```
 */
export const incompleteSeries = new PreparedQuery<IIncompleteSeriesParams,IIncompleteSeriesResult>(incompleteSeriesIR);


