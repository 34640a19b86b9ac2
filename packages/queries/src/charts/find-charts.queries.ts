/** Types generated for queries found in "src/charts/find-charts.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter, Json } from '../values.ts';

export type stringArray = (string)[];

/** 'ChartsByTitle' parameters type */
export interface IChartsByTitleParams {
  guildId: BigIntParameter;
  title: string;
}

/** 'ChartsByTitle' return type */
export interface IChartsByTitleResult {
  /** Artist name */
  artist: string | null;
  /** Primary key */
  id: number;
  /** Musical keys */
  keys: stringArray | null;
  similarity: number;
  /** Approval status */
  status: string | null;
  /** Song title (required) */
  title: string;
}

/** 'ChartsByTitle' query type */
export interface IChartsByTitleQuery {
  params: IChartsByTitleParams;
  result: IChartsByTitleResult;
}

const chartsByTitleIR: any = {"usedParamSet":{"title":true,"guildId":true},"params":[{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":64},{"a":148,"b":154},{"a":178,"b":184},{"a":220,"b":226}]},{"name":"guildId","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":134}]}],"statement":"select id, title, artist, keys, status, similarity(title, :title!) as \"similarity!\"\nfrom charts.chord_charts\nwhere guild_id = :guildId! and title % :title! and similarity(title, :title!) > 0.3\norder by similarity(title, :title!) desc, title\nlimit 10                                                                                                                "};

/**
 * Query generated from SQL:
 * ```
 * select id, title, artist, keys, status, similarity(title, :title!) as "similarity!"
 * from charts.chord_charts
 * where guild_id = :guildId! and title % :title! and similarity(title, :title!) > 0.3
 * order by similarity(title, :title!) desc, title
 * limit 10                                                                                                                
 * ```
 */
export const chartsByTitle = new PreparedQuery<IChartsByTitleParams,IChartsByTitleResult>(chartsByTitleIR);


/** 'ChartsWithChord' parameters type */
export interface IChartsWithChordParams {
  chord: string;
  guildId: BigIntParameter;
  part: string;
}

/** 'ChartsWithChord' return type */
export interface IChartsWithChordResult {
  /** Artist name */
  artist: string | null;
  chords: Json;
  /** Primary key */
  id: number;
  /** Song title (required) */
  title: string;
}

/** 'ChartsWithChord' query type */
export interface IChartsWithChordQuery {
  params: IChartsWithChordParams;
  result: IChartsWithChordResult;
}

const chartsWithChordIR: any = {"usedParamSet":{"part":true,"guildId":true,"chord":true},"params":[{"name":"part","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":52},{"a":169,"b":174}]},{"name":"guildId","required":true,"transform":{"type":"scalar"},"locs":[{"a":115,"b":123}]},{"name":"chord","required":true,"transform":{"type":"scalar"},"locs":[{"a":201,"b":207}]}],"statement":"select id, title, artist, chord_progression -> :part!::text as \"chords!\"\nfrom charts.chord_charts\nwhere guild_id = :guildId! and chord_progression @> jsonb_build_object(:part!::text, jsonb_build_array(:chord!::text))\norder by title, id"};

/**
 * Query generated from SQL:
 * ```
 * select id, title, artist, chord_progression -> :part!::text as "chords!"
 * from charts.chord_charts
 * where guild_id = :guildId! and chord_progression @> jsonb_build_object(:part!::text, jsonb_build_array(:chord!::text))
 * order by title, id
 * ```
 */
export const chartsWithChord = new PreparedQuery<IChartsWithChordParams,IChartsWithChordResult>(chartsWithChordIR);


