/** Types generated for queries found in "src/verse/similar-insights.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

/** 'SimilarInsights' parameters type */
export interface ISimilarInsightsParams {
  insightId: number;
  limit: BigIntParameter;
}

/** 'SimilarInsights' return type */
export interface ISimilarInsightsResult {
  distance: number;
  /** Primary key */
  id: number;
  /** The passage as people write it */
  passage_reference: string;
  /** Theological significance of the passage */
  theological_significance: string;
}

/** 'SimilarInsights' query type */
export interface ISimilarInsightsQuery {
  params: ISimilarInsightsParams;
  result: ISimilarInsightsResult;
}

const similarInsightsIR: any = {"usedParamSet":{"insightId":true,"limit":true},"params":[{"name":"insightId","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":151},{"a":211,"b":221},{"a":311,"b":321},{"a":430,"b":440}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":449,"b":455}]}],"statement":"select\n  i.id,\n  i.passage_reference,\n  i.theological_significance,\n  i.embedding <=> (select embedding from verse.saved_insights where id = :insightId!) as \"distance!\"\nfrom verse.saved_insights i\nwhere i.id <> :insightId!\n  and i.embedding is not null\n  and exists (select from verse.saved_insights where id = :insightId! and embedding is not null)\norder by i.embedding <=> (select embedding from verse.saved_insights where id = :insightId!)\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * select
 *   i.id,
 *   i.passage_reference,
 *   i.theological_significance,
 *   i.embedding <=> (select embedding from verse.saved_insights where id = :insightId!) as "distance!"
 * from verse.saved_insights i
 * where i.id <> :insightId!
 *   and i.embedding is not null
 *   and exists (select from verse.saved_insights where id = :insightId! and embedding is not null)
 * order by i.embedding <=> (select embedding from verse.saved_insights where id = :insightId!)
 * limit :limit!
 * ```
 */
export const similarInsights = new PreparedQuery<ISimilarInsightsParams,ISimilarInsightsResult>(similarInsightsIR);


