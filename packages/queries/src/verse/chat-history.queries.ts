/** Types generated for queries found in "src/verse/chat-history.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

import type { BigIntParameter } from '../values.ts';

/** 'UserChatHistory' parameters type */
export interface IUserChatHistoryParams {
  limit: BigIntParameter;
  userId: number;
}

/** 'UserChatHistory' return type */
export interface IUserChatHistoryResult {
  /** The message */
  content: string;
  /** When the message was sent */
  created_at: Date | null;
  /** Primary key */
  id: number;
  /** The insight that the conversation is about */
  insight_id: number;
  /** The passage as people write it */
  passage_reference: string;
  /** Who speaks: user or assistant */
  role: string;
  /** Whether an answer was cut off at the length limit */
  was_truncated: boolean;
}

/** 'UserChatHistory' query type */
export interface IUserChatHistoryQuery {
  params: IUserChatHistoryParams;
  result: IUserChatHistoryResult;
}

const userChatHistoryIR: any = {"usedParamSet":{"userId":true,"limit":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":193,"b":200}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":246,"b":252}]}],"statement":"select m.id, m.insight_id, i.passage_reference, m.role, m.content, m.was_truncated, m.created_at\nfrom verse.chat_messages m\njoin verse.saved_insights i on i.id = m.insight_id\nwhere m.user_id = :userId!\norder by m.created_at desc, m.id desc\nlimit :limit!                                                                                 "};

/**
 * Query generated from SQL:
 * ```
 * select m.id, m.insight_id, i.passage_reference, m.role, m.content, m.was_truncated, m.created_at
 * from verse.chat_messages m
 * join verse.saved_insights i on i.id = m.insight_id
 * where m.user_id = :userId!
 * order by m.created_at desc, m.id desc
 * limit :limit!                                                                                 
 * ```
 */
export const userChatHistory = new PreparedQuery<IUserChatHistoryParams,IUserChatHistoryResult>(userChatHistoryIR);


/** 'MessagesOnTheSameMatter' parameters type */
export interface IMessagesOnTheSameMatterParams {
  embedding: string;
  limit: BigIntParameter;
  userId: number;
}

/** 'MessagesOnTheSameMatter' return type */
export interface IMessagesOnTheSameMatterResult {
  /** The message */
  content: string;
  distance: number;
  /** Primary key */
  id: number;
  /** The insight that the conversation is about */
  insight_id: number;
  /** Who speaks: user or assistant */
  role: string;
}

/** 'MessagesOnTheSameMatter' query type */
export interface IMessagesOnTheSameMatterQuery {
  params: IMessagesOnTheSameMatterParams;
  result: IMessagesOnTheSameMatterResult;
}

const messagesOnTheSameMatterIR: any = {"usedParamSet":{"embedding":true,"userId":true,"limit":true},"params":[{"name":"embedding","required":true,"transform":{"type":"scalar"},"locs":[{"a":62,"b":72},{"a":204,"b":214}]},{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":142,"b":149}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":230,"b":236}]}],"statement":"select m.id, m.insight_id, m.role, m.content, m.embedding <=> :embedding!::vector as \"distance!\"\nfrom verse.chat_messages m\nwhere m.user_id = :userId! and m.embedding is not null\norder by m.embedding <=> :embedding!::vector\nlimit :limit!                                                                                                               "};

/**
 * Query generated from SQL:
 * ```
 * select m.id, m.insight_id, m.role, m.content, m.embedding <=> :embedding!::vector as "distance!"
 * from verse.chat_messages m
 * where m.user_id = :userId! and m.embedding is not null
 * order by m.embedding <=> :embedding!::vector
 * limit :limit!                                                                                                               
 * ```
 */
export const messagesOnTheSameMatter = new PreparedQuery<IMessagesOnTheSameMatterParams,IMessagesOnTheSameMatterResult>(messagesOnTheSameMatterIR);


/** 'StandaloneChatsOfUser' parameters type */
export interface IStandaloneChatsOfUserParams {
  userId: number;
}

/** 'StandaloneChatsOfUser' return type */
export interface IStandaloneChatsOfUserResult {
  /** Primary key */
  id: number;
  /** The passage that the conversation started from, if any */
  passage_reference: string | null;
  /** Number of messages summarised; the summary is stale when the conversation has more */
  summarised_messages: number | null;
  /** The summary */
  summary_text: string | null;
  /** Title taken from the first message; null until there is one */
  title: string | null;
  /** When the last message was sent */
  updated_at: Date;
}

/** 'StandaloneChatsOfUser' query type */
export interface IStandaloneChatsOfUserQuery {
  params: IStandaloneChatsOfUserParams;
  result: IStandaloneChatsOfUserResult;
}

const standaloneChatsOfUserIR: any = {"usedParamSet":{"userId":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":290,"b":297}]}],"statement":"select c.id, c.title, c.passage_reference, c.updated_at, s.summary_text as \"summary_text?\", s.message_count as \"summarised_messages?\"\nfrom verse.standalone_chats c\nleft join verse.conversation_summaries s on s.conversation_type = 'standalone' and s.conversation_id = c.id\nwhere c.user_id = :userId!\norder by c.updated_at desc, c.id"};

/**
 * Query generated from SQL:
 * ```
 * select c.id, c.title, c.passage_reference, c.updated_at, s.summary_text as "summary_text?", s.message_count as "summarised_messages?"
 * from verse.standalone_chats c
 * left join verse.conversation_summaries s on s.conversation_type = 'standalone' and s.conversation_id = c.id
 * where c.user_id = :userId!
 * order by c.updated_at desc, c.id
 * ```
 */
export const standaloneChatsOfUser = new PreparedQuery<IStandaloneChatsOfUserParams,IStandaloneChatsOfUserResult>(standaloneChatsOfUserIR);


