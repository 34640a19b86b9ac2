import type { IDatabaseConnection } from '@pgtyped/runtime';
import { chartsByTitle } from './charts/index.ts';
import { booksByMetadata } from './mam/index.ts';
import { similarBooksByDescription } from './shelf/index.ts';

/** A row ready to be printed, by column. */
export type ShownRow = Readonly<Record<string, string>>;

/** A query that shows what the seeded systems can do. */
export interface ShownQuery {
  /** What a person would ask. */
  readonly question: string;
  /** What the database does about it. */
  readonly how: string;
  readonly run: (connection: IDatabaseConnection) => Promise<readonly ShownRow[]>;
}

const TREASURE_ISLAND = 2;
const FOLK_CLUB = '905133287749025802';

/** For the quickstart: one query by vector distance, one by trigrams, one by JSONB. They find something in the seed data. */
export const shownQueries: readonly ShownQuery[] = [
  {
    question: 'Which books are like Treasure Island?',
    how: 'shelf: cosine distance of description embeddings (pgvector)',
    run: async (connection) => {
      const books = await similarBooksByDescription.run({ bookId: TREASURE_ISLAND, limit: 5 }, connection);
      return books.map(({ title, author, distance }) => ({ title, author, distance: distance.toFixed(3) }));
    },
  },
  {
    question: 'Have we a chart of “Scarbrough Fare”?',
    how: 'charts: similarity of titles by trigrams (pg_trgm)',
    run: async (connection) => {
      const charts = await chartsByTitle.run({ guildId: FOLK_CLUB, title: 'Scarbrough Fare' }, connection);
      return charts.map(({ title, keys, similarity }) => ({ title, keys: keys?.join(' ') ?? '', similarity: similarity.toFixed(2) }));
    },
  },
  {
    question: 'Which audiobooks of a series are encoded in Opus?',
    how: 'mam: metadata @> {"audio": {"codec": "opus"}, "tags": ["series"]} (jsonb)',
    run: async (connection) => {
      const metadata = JSON.stringify({ audio: { codec: 'opus' }, tags: ['series'] });
      const books = await booksByMetadata.run({ metadata, limit: 5 }, connection);
      return books.map(({ title, series, series_position }) => ({ title, series: series ?? '', position: series_position ?? '' }));
    },
  },
];
