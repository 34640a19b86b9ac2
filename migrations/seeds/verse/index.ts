import type { SeedTables } from '../seed-tables.ts';
import { chatMessages } from './chats.ts';
import { definitions } from './definitions.ts';
import { insights } from './insights.ts';
import { passages } from './passages.ts';
import { userDefinitions, userInsights } from './saved.ts';
import { standaloneChats, standaloneMessages, summaries } from './standalone.ts';
import { devices, usage, users } from './users.ts';

export const verse: SeedTables<'verse'> = {
  'verse.users': users,
  'verse.saved_passages': passages,
  'verse.saved_insights': insights,
  'verse.saved_definitions': definitions,
  'verse.user_insights': userInsights,
  'verse.user_definitions': userDefinitions,
  'verse.chat_messages': chatMessages,
  'verse.standalone_chats': standaloneChats,
  'verse.standalone_chat_messages': standaloneMessages,
  'verse.conversation_summaries': summaries,
  'verse.user_devices': devices,
  'verse.usage_tracking': usage,
};
