/** Types generated for queries found in "src/shelf/similar-books.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

/** 'SimilarBooksByDescription' parameters type */
export interface ISimilarBooksByDescriptionParams {
  bookId: number;
  limit: BigIntParameter;
}

/** 'SimilarBooksByDescription' return type */
export interface ISimilarBooksByDescriptionResult {
  /** Author or authors, as printed on the cover */
  author: string;
  distance: number;
  /** Primary key */
  id: number;
  /** Title as printed on the cover */
  title: string;
}

/** 'SimilarBooksByDescription' query type */
export interface ISimilarBooksByDescriptionQuery {
  params: ISimilarBooksByDescriptionParams;
  result: ISimilarBooksByDescriptionResult;
}

const similarBooksByDescriptionIR: any = {"usedParamSet":{"bookId":true,"limit":true},"params":[{"name":"bookId","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":133},{"a":184,"b":191},{"a":284,"b":291},{"a":427,"b":434}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":443,"b":449}]}],"statement":"select\n  b.id,\n  b.title,\n  b.author,\n  b.description_embedding <=> (select description_embedding from shelf.books where id = :bookId!) as \"distance!\"\nfrom shelf.books b\nwhere b.id <> :bookId!\n  and b.description_embedding is not null\n  and exists (select from shelf.books where id = :bookId! and description_embedding is not null)\norder by b.description_embedding <=> (select description_embedding from shelf.books where id = :bookId!)\nlimit :limit!                                                                                                            "};

/**
 * Query generated from SQL:
 * ```
 * select
 *   b.id,
 *   b.title,
 *   b.author,
 *   b.description_embedding <=> (select description_embedding from shelf.books where id = :bookId!) as "distance!"
 * from shelf.books b
 * where b.id <> :bookId!
 *   and b.description_embedding is not null
 *   and exists (select from shelf.books where id = :bookId! and description_embedding is not null)
 * order by b.description_embedding <=> (select description_embedding from shelf.books where id = :bookId!)
 * limit :limit!                                                                                                            
 * ```
 */
export const similarBooksByDescription = new PreparedQuery<ISimilarBooksByDescriptionParams,ISimilarBooksByDescriptionResult>(similarBooksByDescriptionIR);


/** 'SimilarBooksByFingerprint' parameters type */
export interface ISimilarBooksByFingerprintParams {
  bookId: number;
  limit: BigIntParameter;
}

/** 'SimilarBooksByFingerprint' return type */
export interface ISimilarBooksByFingerprintResult {
  /** Author or authors, as printed on the cover */
  author: string;
  distance: number;
  /** Primary key */
  id: number;
  /** Mean of the averages that are present, as a star rating; null when none is */
  star_equivalent: number | null;
  /** Title as printed on the cover */
  title: string;
  /** Number of ratings of the book, complete or not */
  total_ratings: number;
}

/** 'SimilarBooksByFingerprint' query type */
export interface ISimilarBooksByFingerprintQuery {
  params: ISimilarBooksByFingerprintParams;
  result: ISimilarBooksByFingerprintResult;
}

const similarBooksByFingerprintIR: any = {"usedParamSet":{"bookId":true,"limit":true},"params":[{"name":"bookId","required":true,"transform":{"type":"scalar"},"locs":[{"a":177,"b":184},{"a":291,"b":298},{"a":405,"b":412},{"a":556,"b":563}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":572,"b":578}]}],"statement":"select\n  b.id,\n  b.title,\n  b.author,\n  f.star_equivalent,\n  f.total_ratings,\n  f.fingerprint_vector <=> (select fingerprint_vector from shelf.book_fingerprints where book_id = :bookId!) as \"distance!\"\nfrom shelf.book_fingerprints f\njoin shelf.books b on b.id = f.book_id\nwhere f.book_id <> :bookId!\n  and f.fingerprint_vector is not null\n  and exists (select from shelf.book_fingerprints where book_id = :bookId! and fingerprint_vector is not null)\norder by f.fingerprint_vector <=> (select fingerprint_vector from shelf.book_fingerprints where book_id = :bookId!)\nlimit :limit!                                                                     "};

/**
 * Query generated from SQL:
 * ```
 * select
 *   b.id,
 *   b.title,
 *   b.author,
 *   f.star_equivalent,
 *   f.total_ratings,
 *   f.fingerprint_vector <=> (select fingerprint_vector from shelf.book_fingerprints where book_id = :bookId!) as "distance!"
 * from shelf.book_fingerprints f
 * join shelf.books b on b.id = f.book_id
 * where f.book_id <> :bookId!
 *   and f.fingerprint_vector is not null
 *   and exists (select from shelf.book_fingerprints where book_id = :bookId! and fingerprint_vector is not null)
 * order by f.fingerprint_vector <=> (select fingerprint_vector from shelf.book_fingerprints where book_id = :bookId!)
 * limit :limit!                                                                     
 * ```
 */
export const similarBooksByFingerprint = new PreparedQuery<ISimilarBooksByFingerprintParams,ISimilarBooksByFingerprintResult>(similarBooksByFingerprintIR);


/** 'BooksNearVector' parameters type */
export interface IBooksNearVectorParams {
  embedding: string;
  limit: BigIntParameter;
}

/** 'BooksNearVector' return type */
export interface IBooksNearVectorResult {
  /** Author or authors, as printed on the cover */
  author: string;
  distance: number;
  /** Primary key */
  id: number;
  /** Title as printed on the cover */
  title: string;
}

/** 'BooksNearVector' query type */
export interface IBooksNearVectorQuery {
  params: IBooksNearVectorParams;
  result: IBooksNearVectorResult;
}

const booksNearVectorIR: any = {"usedParamSet":{"embedding":true,"limit":true},"params":[{"name":"embedding","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":70},{"a":193,"b":203}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":219,"b":225}]}],"statement":"select b.id, b.title, b.author, b.description_embedding <=> :embedding!::vector as \"distance!\"\nfrom shelf.books b\nwhere b.description_embedding is not null\norder by b.description_embedding <=> :embedding!::vector\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * select b.id, b.title, b.author, b.description_embedding <=> :embedding!::vector as "distance!"
 * from shelf.books b
 * where b.description_embedding is not null
 * order by b.description_embedding <=> :embedding!::vector
 * limit :limit!
 * ```
 */
export const booksNearVector = new PreparedQuery<IBooksNearVectorParams,IBooksNearVectorResult>(booksNearVectorIR);


