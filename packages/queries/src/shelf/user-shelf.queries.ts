/** Types generated for queries found in "src/shelf/user-shelf.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

/** 'UserShelf' parameters type */
export interface IUserShelfParams {
  status?: string | null | void;
  userId: number;
}

/** 'UserShelf' return type */
export interface IUserShelfResult {
  /** Author or authors, as printed on the cover */
  author: string;
  /** Primary key */
  book_id: number;
  /** When the book was put on the shelf */
  date_added: Date;
  /** When the reader finished the book */
  date_finished: Date | null;
  /** Plot quality, from 1 to 5; null when not rated */
  plot_quality: number | null;
  /** Prose style, from 1 to 5; null when not rated */
  prose_style: number | null;
  /** Star rating from 1 to 5; null when the reader gave none */
  rating: number | null;
  /** The review as written */
  review_text: string | null;
  /** want_to_read, currently_reading, finished or dnf (did not finish) */
  status: string;
  /** Title as printed on the cover */
  title: string;
}

/** 'UserShelf' query type */
export interface IUserShelfQuery {
  params: IUserShelfParams;
  result: IUserShelfResult;
}

const userShelfIR: any = {"usedParamSet":{"userId":true,"status":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":478,"b":485}]},{"name":"status","required":false,"transform":{"type":"scalar"},"locs":[{"a":494,"b":500},{"a":531,"b":537}]}],"statement":"select\n  b.id as book_id,\n  b.title,\n  b.author,\n  ub.status,\n  ub.rating,\n  ub.date_added,\n  ub.date_finished,\n  r.review_text as \"review_text?\",\n  m.plot_quality as \"plot_quality?\",\n  m.prose_style as \"prose_style?\"\nfrom shelf.user_books ub\njoin shelf.books b on b.id = ub.book_id\nleft join shelf.reviews r on r.user_id = ub.user_id and r.book_id = ub.book_id\nleft join shelf.multi_dimensional_ratings m on m.user_id = ub.user_id and m.book_id = ub.book_id\nwhere ub.user_id = :userId!\n  and (:status::text is null or ub.status = :status)\norder by ub.date_added desc, b.id"};

/**
 * Query generated from SQL:
 * ```
 * select
 *   b.id as book_id,
 *   b.title,
 *   b.author,
 *   ub.status,
 *   ub.rating,
 *   ub.date_added,
 *   ub.date_finished,
 *   r.review_text as "review_text?",
 *   m.plot_quality as "plot_quality?",
 *   m.prose_style as "prose_style?"
 * from shelf.user_books ub
 * join shelf.books b on b.id = ub.book_id
 * left join shelf.reviews r on r.user_id = ub.user_id and r.book_id = ub.book_id
 * left join shelf.multi_dimensional_ratings m on m.user_id = ub.user_id and m.book_id = ub.book_id
 * where ub.user_id = :userId!
 *   and (:status::text is null or ub.status = :status)
 * order by ub.date_added desc, b.id
 * ```
 */
export const userShelf = new PreparedQuery<IUserShelfParams,IUserShelfResult>(userShelfIR);


