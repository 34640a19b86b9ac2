/** Types generated for queries found in "src/anki/jobs.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

/** 'JobsInStatus' parameters type */
export interface IJobsInStatusParams {
  limit: BigIntParameter;
  status: string;
}

/** 'JobsInStatus' return type */
export interface IJobsInStatusResult {
  /** Number of attempts so far */
  attempts: number;
  /** When the job was asked for */
  created_at: Date;
  /** Name of the deck, as Anki shows it */
  deck: string | null;
  /** Why the last attempt failed */
  error_message: string | null;
  /** Primary key */
  id: string;
  /** What the job does, such as extract, generate or export */
  kind: string;
  /** How much is done, in percent */
  progress: number;
  /** Name used to sign in and shown to others, unique */
  username: string;
}

/** 'JobsInStatus' query type */
export interface IJobsInStatusQuery {
  params: IJobsInStatusParams;
  result: IJobsInStatusResult;
}

const jobsInStatusIR: any = {"usedParamSet":{"status":true,"limit":true},"params":[{"name":"status","required":true,"transform":{"type":"scalar"},"locs":[{"a":221,"b":228}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":264,"b":270}]}],"statement":"select j.id, j.kind, j.progress, j.attempts, j.error_message, j.created_at, u.username, d.name as \"deck?\"\nfrom anki.jobs j\njoin anki.users u on u.id = j.user_id\nleft join anki.decks d on d.id = j.deck_id\nwhere j.status = :status!\norder by j.created_at, j.id\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * select j.id, j.kind, j.progress, j.attempts, j.error_message, j.created_at, u.username, d.name as "deck?"
 * from anki.jobs j
 * join anki.users u on u.id = j.user_id
 * left join anki.decks d on d.id = j.deck_id
 * where j.status = :status!
 * order by j.created_at, j.id
 * limit :limit!
 * ```
 */
export const jobsInStatus = new PreparedQuery<IJobsInStatusParams,IJobsInStatusResult>(jobsInStatusIR);


