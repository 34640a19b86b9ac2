import type { SeedTables } from '../seed-tables.ts';
import { auditLogs, jobs, notifications } from './activity.ts';
import { decks, deckTags, documentChunks, tags } from './decks.ts';
import { settings, subscriptions, users } from './users.ts';

export const anki: SeedTables<'anki'> = {
  'anki.users': users,
  'anki.settings': settings,
  'anki.subscriptions': subscriptions,
  'anki.decks': decks,
  'anki.tags': tags,
  'anki.deck_tags': deckTags,
  'anki.document_chunks': documentChunks,
  'anki.jobs': jobs,
  'anki.audit_logs': auditLogs,
  'anki.notifications': notifications,
};
