/** Types generated for queries found in "src/mam/downloads.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { DateParameter, BigIntParameter } from '../values.ts';

/** 'NextDownloadsToRetry' parameters type */
export interface INextDownloadsToRetryParams {
  asOf: DateParameter;
  limit: BigIntParameter;
  maxAttempts: number;
}

/** 'NextDownloadsToRetry' return type */
export interface INextDownloadsToRetryResult {
  /** Number of attempts so far */
  attempts: number;
  /** Why the last attempt failed */
  error_message: string | null;
  /** Primary key */
  id: number;
  /** When a failed download is tried again */
  next_retry_at: Date | null;
  /** Title of the release at the source */
  release_title: string;
  /** Size in bytes */
  size_bytes: bigint | null;
  /** Title */
  title: string;
}

/** 'NextDownloadsToRetry' query type */
export interface INextDownloadsToRetryQuery {
  params: INextDownloadsToRetryParams;
  result: INextDownloadsToRetryResult;
}

const nextDownloadsToRetryIR: any = {"usedParamSet":{"asOf":true,"maxAttempts":true,"limit":true},"params":[{"name":"asOf","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":210}]},{"name":"maxAttempts","required":true,"transform":{"type":"scalar"},"locs":[{"a":229,"b":241}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":280,"b":286}]}],"statement":"select d.id, b.title, d.release_title, d.attempts, d.next_retry_at, d.error_message, d.size_bytes\nfrom mam.downloads d\njoin mam.books b on b.id = d.book_id\nwhere d.status = 'failed' and d.next_retry_at <= :asOf! and d.attempts < :maxAttempts!\norder by d.next_retry_at, d.id\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * select d.id, b.title, d.release_title, d.attempts, d.next_retry_at, d.error_message, d.size_bytes
 * from mam.downloads d
 * join mam.books b on b.id = d.book_id
 * where d.status = 'failed' and d.next_retry_at <= :asOf! and d.attempts < :maxAttempts!
 * order by d.next_retry_at, d.id
 * limit :limit!
 * ```
 */
export const nextDownloadsToRetry = new PreparedQuery<INextDownloadsToRetryParams,INextDownloadsToRetryResult>(nextDownloadsToRetryIR);


