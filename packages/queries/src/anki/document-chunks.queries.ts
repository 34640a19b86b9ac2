/** Types generated for queries found in "src/anki/document-chunks.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

export type stringArray = (string)[];

/** 'NearestDocumentChunks' parameters type */
export interface INearestDocumentChunksParams {
  embedding: string;
  limit: BigIntParameter;
  tag?: string | null | void;
  userId: string;
}

/** 'NearestDocumentChunks' return type */
export interface INearestDocumentChunksResult {
  /** Text of the passage */
  content: string;
  /** Name of the deck, as Anki shows it */
  deck: string;
  distance: number;
  /** Place of the passage in the document, from 0 */
  position: number;
  tags: stringArray;
}

/** 'NearestDocumentChunks' query type */
export interface INearestDocumentChunksQuery {
  params: INearestDocumentChunksParams;
  result: INearestDocumentChunksResult;
}

const nearestDocumentChunksIR: any = {"usedParamSet":{"embedding":true,"userId":true,"tag":true,"limit":true},"params":[{"name":"embedding","required":true,"transform":{"type":"scalar"},"locs":[{"a":70,"b":80},{"a":562,"b":572}]},{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":338,"b":345}]},{"name":"tag","required":false,"transform":{"type":"scalar"},"locs":[{"a":389,"b":392},{"a":527,"b":530}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":588,"b":594}]}],"statement":"select\n  d.name as deck,\n  c.position,\n  c.content,\n  c.embedding <=> :embedding!::vector as \"distance!\",\n  array(\n    select t.name::text from anki.deck_tags dt join anki.tags t on t.id = dt.tag_id where dt.deck_id = d.id order by t.name\n  ) as \"tags!\"\nfrom anki.document_chunks c\njoin anki.decks d on d.id = c.deck_id\nwhere d.user_id = :userId!\n  and c.embedding is not null\n  and (\n    :tag::text is null\n    or exists (select from anki.deck_tags dt join anki.tags t on t.id = dt.tag_id where dt.deck_id = d.id and t.name = :tag)\n  )\norder by c.embedding <=> :embedding!::vector\nlimit :limit!"};

/**
 * Query generated from SQL:
 * ```
 * select
 *   d.name as deck,
 *   c.position,
 *   c.content,
 *   c.embedding <=> :embedding!::vector as "distance!",
 *   array(
 *     select t.name::text from anki.deck_tags dt join anki.tags t on t.id = dt.tag_id where dt.deck_id = d.id order by t.name
 *   ) as "tags!"
 * from anki.document_chunks c
 * join anki.decks d on d.id = c.deck_id
 * where d.user_id = :userId!
 *   and c.embedding is not null
 *   and (
 *     :tag::text is null
 *     or exists (select from anki.deck_tags dt join anki.tags t on t.id = dt.tag_id where dt.deck_id = d.id and t.name = :tag)
 *   )
 * order by c.embedding <=> :embedding!::vector
 * limit :limit!
 * ```
 */
export const nearestDocumentChunks = new PreparedQuery<INearestDocumentChunksParams,INearestDocumentChunksResult>(nearestDocumentChunksIR);


