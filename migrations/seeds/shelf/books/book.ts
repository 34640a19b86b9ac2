import type { Genre } from '../genres.ts';

/** What is known of a book before it becomes a row: title, author and year are facts, `about` is our own text. */
export interface Book {
  readonly id: number;
  readonly title: string;
  readonly author: string;
  /** Of the first edition; null where there was none in the author's time. */
  readonly year: number | null;
  readonly pages: number;
  readonly genres: readonly [Genre, ...Genre[]];
  readonly about: string;
}
