/** Types generated for queries found in "src/shelf/recommendations.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

/** 'RecommendationCandidates' parameters type */
export interface IRecommendationCandidatesParams {
  limit: BigIntParameter;
  userId: number;
}

/** 'RecommendationCandidates' return type */
export interface IRecommendationCandidatesResult {
  /** Author or authors, as printed on the cover */
  author: string;
  distance: number;
  /** Primary key */
  id: number;
  /** Mean of the averages that are present, as a star rating; null when none is */
  star_equivalent: number | null;
  /** Title as printed on the cover */
  title: string;
}

/** 'RecommendationCandidates' query type */
export interface IRecommendationCandidatesQuery {
  params: IRecommendationCandidatesParams;
  result: IRecommendationCandidatesResult;
}

const recommendationCandidatesIR: any = {"usedParamSet":{"userId":true,"limit":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":181,"b":188},{"a":565,"b":572}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":669,"b":675}]}],"statement":"with taste as materialized (\n  select avg(f.fingerprint_vector) as vector\n  from shelf.user_books ub\n  join shelf.book_fingerprints f on f.book_id = ub.book_id\n  where ub.user_id = :userId! and ub.rating >= 4\n)\nselect b.id, b.title, b.author, f.star_equivalent, f.fingerprint_vector <=> (select vector from taste) as \"distance!\"\nfrom shelf.book_fingerprints f\njoin shelf.books b on b.id = f.book_id\nwhere f.fingerprint_vector is not null\n  and exists (select from taste where vector is not null)\n  and not exists (select from shelf.user_books ub where ub.user_id = :userId! and ub.book_id = f.book_id)\norder by f.fingerprint_vector <=> (select vector from taste)\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * with taste as materialized (
 *   select avg(f.fingerprint_vector) as vector
 *   from shelf.user_books ub
 *   join shelf.book_fingerprints f on f.book_id = ub.book_id
 *   where ub.user_id = :userId! and ub.rating >= 4
 * )
 * select b.id, b.title, b.author, f.star_equivalent, f.fingerprint_vector <=> (select vector from taste) as "distance!"
 * from shelf.book_fingerprints f
 * join shelf.books b on b.id = f.book_id
 * where f.fingerprint_vector is not null
 *   and exists (select from taste where vector is not null)
 *   and not exists (select from shelf.user_books ub where ub.user_id = :userId! and ub.book_id = f.book_id)
 * order by f.fingerprint_vector <=> (select vector from taste)
 * limit :limit!
 * ```
 */
export const recommendationCandidates = new PreparedQuery<IRecommendationCandidatesParams,IRecommendationCandidatesResult>(recommendationCandidatesIR);


