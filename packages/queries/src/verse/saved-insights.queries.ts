/** Types generated for queries found in "src/verse/saved-insights.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

/** 'InsightsOfUser' parameters type */
export interface IInsightsOfUserParams {
  limit: BigIntParameter;
  userId: number;
}

/** 'InsightsOfUser' return type */
export interface IInsightsOfUserResult {
  /** Primary key */
  id: number;
  /** The passage as people write it */
  passage_reference: string;
  /** Text that the insight was generated from */
  passage_text: string;
  /** Practical application of the passage */
  practical_application: string;
  /** When the user saved it */
  saved_at: Date | null;
}

/** 'InsightsOfUser' query type */
export interface IInsightsOfUserQuery {
  params: IInsightsOfUserParams;
  result: IInsightsOfUserResult;
}

const insightsOfUserIR: any = {"usedParamSet":{"userId":true,"limit":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":200,"b":207}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":249,"b":255}]}],"statement":"select i.id, i.passage_reference, i.passage_text, i.practical_application, ui.created_at as saved_at\nfrom verse.user_insights ui\njoin verse.saved_insights i on i.id = ui.insight_id\nwhere ui.user_id = :userId!\norder by ui.created_at desc, i.id\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * select i.id, i.passage_reference, i.passage_text, i.practical_application, ui.created_at as saved_at
 * from verse.user_insights ui
 * join verse.saved_insights i on i.id = ui.insight_id
 * where ui.user_id = :userId!
 * order by ui.created_at desc, i.id
 * limit :limit!
 * ```
 */
export const insightsOfUser = new PreparedQuery<IInsightsOfUserParams,IInsightsOfUserResult>(insightsOfUserIR);


