import type { AnkiDecks, AnkiDeckTags, AnkiDocumentChunks, AnkiTags } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { textVector } from '../text-vector.ts';
import { humanities } from './humanities.ts';
import { idOf } from './ids.ts';
import { languages } from './languages.ts';
import { sciences } from './sciences.ts';
import type { Topic } from './topics.ts';

export const topics: readonly Topic[] = [...sciences, ...languages, ...humanities];

export const decks: readonly AnkiDecks[] = topics.map((topic, index) => ({
  id: idOf('deck', topic.name),
  user_id: idOf('user', topic.owner),
  name: topic.name,
  description: topic.description,
  source_filename: topic.file,
  card_count: topic.cards,
  created_at: instant('2025-04-07', index * 8 * DAY + 550),
}));

const tagNames = topics.flatMap(({ owner, tags: names }) => names.map((name) => `${owner}\n${name}`));

/** A tag belongs to a user, so two users' "exam" are two tags. */
export const tags: readonly AnkiTags[] = [...new Set(tagNames)].map((key) => {
  const [owner = '', name = ''] = key.split('\n');
  return { id: tagId(owner, name), user_id: idOf('user', owner), name };
});

export const deckTags: readonly AnkiDeckTags[] = topics.flatMap(({ owner, name, tags: names }) =>
  names.map((tag) => ({ deck_id: idOf('deck', name), tag_id: tagId(owner, tag) })),
);

export const documentChunks: readonly AnkiDocumentChunks[] = topics.flatMap(({ name, chunks }) =>
  chunks.map((content, position) => ({
    id: idOf('chunk', `${name} ${position}`),
    deck_id: idOf('deck', name),
    position,
    content,
    embedding: textVector(`${name} ${content}`, 1536),
  })),
);

function tagId(owner: string, name: string): string {
  return idOf('tag', `${owner} ${name}`);
}
