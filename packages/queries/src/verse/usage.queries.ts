/** Types generated for queries found in "src/verse/usage.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { DateParameter, BigIntParameter } from '../values.ts';

/** 'RecordUsage' parameters type */
export interface IRecordUsageParams {
  date: DateParameter;
  inputTokens: BigIntParameter;
  outputTokens: BigIntParameter;
  userId: number;
}

/** 'RecordUsage' return type */
export interface IRecordUsageResult {
  /** Tokens sent on that day */
  input_tokens: bigint;
  /** Number of calls on that day */
  llm_calls: number;
  /** Tokens received on that day */
  output_tokens: bigint;
}

/** 'RecordUsage' query type */
export interface IRecordUsageQuery {
  params: IRecordUsageParams;
  result: IRecordUsageResult;
}

const recordUsageIR: any = {"usedParamSet":{"userId":true,"date":true,"inputTokens":true,"outputTokens":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":109}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":117}]},{"name":"inputTokens","required":true,"transform":{"type":"scalar"},"locs":[{"a":123,"b":135}]},{"name":"outputTokens","required":true,"transform":{"type":"scalar"},"locs":[{"a":138,"b":151}]}],"statement":"insert into verse.usage_tracking as u (user_id, date, llm_calls, input_tokens, output_tokens)\nvalues (:userId!, :date!, 1, :inputTokens!, :outputTokens!)\non conflict (user_id, date) do update\nset\n  llm_calls = u.llm_calls + 1,\n  input_tokens = u.input_tokens + excluded.input_tokens,\n  output_tokens = u.output_tokens + excluded.output_tokens,\n  updated_at = now()\nreturning u.llm_calls, u.input_tokens, u.output_tokens"};

/**
 * Query generated from SQL:
 * ```
 * insert into verse.usage_tracking as u (user_id, date, llm_calls, input_tokens, output_tokens)
 * values (:userId!, :date!, 1, :inputTokens!, :outputTokens!)
 * on conflict (user_id, date) do update
 * set
 *   llm_calls = u.llm_calls + 1,
 *   input_tokens = u.input_tokens + excluded.input_tokens,
 *   output_tokens = u.output_tokens + excluded.output_tokens,
 *   updated_at = now()
 * returning u.llm_calls, u.input_tokens, u.output_tokens
 * ```
 */
export const recordUsage = new PreparedQuery<IRecordUsageParams,IRecordUsageResult>(recordUsageIR);


