/** Types generated for queries found in "src/charts/generations.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { NumericParameter, DateParameter } from '../values.ts';

/** 'RecordGeneration' parameters type */
export interface IRecordGenerationParams {
  chartId: number;
  completionTokens: number;
  costUsd: NumericParameter;
  latencyMs: number;
  model: string;
  promptTokens: number;
}

/** 'RecordGeneration' return type */
export interface IRecordGenerationResult {
  /** Record timestamp */
  created_at: Date | null;
  /** Primary key */
  id: number;
}

/** 'RecordGeneration' query type */
export interface IRecordGenerationQuery {
  params: IRecordGenerationParams;
  result: IRecordGenerationResult;
}

const recordGenerationIR: any = {"usedParamSet":{"chartId":true,"model":true,"promptTokens":true,"completionTokens":true,"latencyMs":true,"costUsd":true},"params":[{"name":"chartId","required":true,"transform":{"type":"scalar"},"locs":[{"a":125,"b":133}]},{"name":"model","required":true,"transform":{"type":"scalar"},"locs":[{"a":136,"b":142}]},{"name":"promptTokens","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":158}]},{"name":"completionTokens","required":true,"transform":{"type":"scalar"},"locs":[{"a":161,"b":178}]},{"name":"latencyMs","required":true,"transform":{"type":"scalar"},"locs":[{"a":181,"b":191}]},{"name":"costUsd","required":true,"transform":{"type":"scalar"},"locs":[{"a":194,"b":202}]}],"statement":"insert into charts.generation_history (chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)\nvalues (:chartId!, :model!, :promptTokens!, :completionTokens!, :latencyMs!, :costUsd!)\nreturning id, created_at                                          "};

/**
 * Query generated from SQL:
 * ```
 * insert into charts.generation_history (chart_id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd)
 * values (:chartId!, :model!, :promptTokens!, :completionTokens!, :latencyMs!, :costUsd!)
 * returning id, created_at                                          
 * ```
 */
export const recordGeneration = new PreparedQuery<IRecordGenerationParams,IRecordGenerationResult>(recordGenerationIR);


/** 'GenerationsOfChart' parameters type */
export interface IGenerationsOfChartParams {
  chartId: number;
}

/** 'GenerationsOfChart' return type */
export interface IGenerationsOfChartResult {
  /** Output tokens generated */
  completion_tokens: number;
  /** Generation cost in USD */
  cost_usd: string;
  /** Record timestamp */
  created_at: Date | null;
  /** Primary key */
  id: number;
  /** Generation time in milliseconds */
  latency_ms: number;
  /** AI model name */
  model_used: string;
  /** Input tokens consumed */
  prompt_tokens: number;
}

/** 'GenerationsOfChart' query type */
export interface IGenerationsOfChartQuery {
  params: IGenerationsOfChartParams;
  result: IGenerationsOfChartResult;
}

const generationsOfChartIR: any = {"usedParamSet":{"chartId":true},"params":[{"name":"chartId","required":true,"transform":{"type":"scalar"},"locs":[{"a":138,"b":146}]}],"statement":"select id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd, created_at\nfrom charts.generation_history\nwhere chart_id = :chartId!\norder by created_at desc, id desc                                                                          "};

/**
 * Query generated from SQL:
 * ```
 * select id, model_used, prompt_tokens, completion_tokens, latency_ms, cost_usd, created_at
 * from charts.generation_history
 * where chart_id = :chartId!
 * order by created_at desc, id desc                                                                          
 * ```
 */
export const generationsOfChart = new PreparedQuery<IGenerationsOfChartParams,IGenerationsOfChartResult>(generationsOfChartIR);


/** 'GenerationTotalsByGuild' parameters type */
export interface IGenerationTotalsByGuildParams {
  until: DateParameter;
}

/** 'GenerationTotalsByGuild' return type */
export interface IGenerationTotalsByGuildResult {
  cost_usd: string;
  generations: number;
  /** Discord server ID (required) */
  guild_id: bigint;
  tokens: bigint;
}

/** 'GenerationTotalsByGuild' query type */
export interface IGenerationTotalsByGuildQuery {
  params: IGenerationTotalsByGuildParams;
  result: IGenerationTotalsByGuildResult;
}

const generationTotalsByGuildIR: any = {"usedParamSet":{"until":true},"params":[{"name":"until","required":true,"transform":{"type":"scalar"},"locs":[{"a":251,"b":257},{"a":311,"b":317}]}],"statement":"select\n  c.guild_id,\n  count(*)::int4 as \"generations!\",\n  sum(g.prompt_tokens + g.completion_tokens) as \"tokens!\",\n  sum(g.cost_usd) as \"cost_usd!\"\nfrom charts.generation_history g\njoin charts.chord_charts c on c.id = g.chart_id\nwhere g.created_at > :until!::timestamp - interval '30 days' and g.created_at <= :until!\ngroup by c.guild_id\norder by sum(g.cost_usd) desc, c.guild_id                                                 "};

/**
 * Query generated from SQL:
 * ```
 * select
 *   c.guild_id,
 *   count(*)::int4 as "generations!",
 *   sum(g.prompt_tokens + g.completion_tokens) as "tokens!",
 *   sum(g.cost_usd) as "cost_usd!"
 * from charts.generation_history g
 * join charts.chord_charts c on c.id = g.chart_id
 * where g.created_at > :until!::timestamp - interval '30 days' and g.created_at <= :until!
 * group by c.guild_id
 * order by sum(g.cost_usd) desc, c.guild_id                                                 
 * ```
 */
export const generationTotalsByGuild = new PreparedQuery<IGenerationTotalsByGuildParams,IGenerationTotalsByGuildResult>(generationTotalsByGuildIR);


/** 'GenerationTotalsByModel' parameters type */
export interface IGenerationTotalsByModelParams {
  until: DateParameter;
}

/** 'GenerationTotalsByModel' return type */
export interface IGenerationTotalsByModelResult {
  cost_usd: string;
  generations: number;
  median_latency_ms: number;
  /** AI model name */
  model_used: string;
  tokens: bigint;
}

/** 'GenerationTotalsByModel' query type */
export interface IGenerationTotalsByModelQuery {
  params: IGenerationTotalsByModelParams;
  result: IGenerationTotalsByModelResult;
}

const generationTotalsByModelIR: any = {"usedParamSet":{"until":true},"params":[{"name":"until","required":true,"transform":{"type":"scalar"},"locs":[{"a":290,"b":296},{"a":350,"b":356}]}],"statement":"select\n  g.model_used,\n  count(*)::int4 as \"generations!\",\n  sum(g.prompt_tokens + g.completion_tokens) as \"tokens!\",\n  sum(g.cost_usd) as \"cost_usd!\",\n  percentile_cont(0.5) within group (order by g.latency_ms) as \"median_latency_ms!\"\nfrom charts.generation_history g\nwhere g.created_at > :until!::timestamp - interval '30 days' and g.created_at <= :until!\ngroup by g.model_used\norder by sum(g.cost_usd) desc, g.model_used"};

/**
 * Query generated from SQL:
 * ```
 * select
 *   g.model_used,
 *   count(*)::int4 as "generations!",
 *   sum(g.prompt_tokens + g.completion_tokens) as "tokens!",
 *   sum(g.cost_usd) as "cost_usd!",
 *   percentile_cont(0.5) within group (order by g.latency_ms) as "median_latency_ms!"
 * from charts.generation_history g
 * where g.created_at > :until!::timestamp - interval '30 days' and g.created_at <= :until!
 * group by g.model_used
 * order by sum(g.cost_usd) desc, g.model_used
 * ```
 */
export const generationTotalsByModel = new PreparedQuery<IGenerationTotalsByModelParams,IGenerationTotalsByModelResult>(generationTotalsByModelIR);


