import { createHash } from 'node:crypto';
import type { MamDownloads } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { random } from '../random.ts';
import { books } from './books.ts';

const failures = ['tracker returned 503', 'no seeders for 48 hours', 'hash check failed on 3 pieces', 'disk quota exceeded'] as const;

/** Every book was asked for at least once; some only came at the second or third release. */
export const downloads: readonly MamDownloads[] = books
  .filter((book) => book.status !== 'missing')
  .flatMap((book) => attempts(book.id ?? 0, book.title, book.status ?? 'wanted'))
  .map((download, index) => ({ id: index + 1, ...download }));

function attempts(book: number, title: string, bookStatus: string): Omit<MamDownloads, 'id'>[] {
  const { chance, integer, pick } = random(`mam.downloads ${book}`);
  const outcome =
    { owned: 'seeding', archived: 'completed', downloading: 'downloading' }[bookStatus] ?? pick(['queued', 'failed', 'failed']);
  const outcomes = chance(0.35) ? [pick(['abandoned', 'failed']), outcome] : [outcome];
  return outcomes.map((status, turn) => {
    const kbps = pick([64, 96, 128]);
    const done = status === 'seeding' || status === 'completed';
    const failed = status === 'failed';
    const created = book * DAY + turn * 9 * DAY + integer(0, 1_000);
    return {
      book_id: book,
      source: pick(['mam', 'mam', 'manual']),
      external_id: String(700_000 + book * 10 + turn),
      info_hash: createHash('sha1').update(`seed ${book} ${turn}`).digest('hex'),
      release_title: `${title} [${pick(['M4B', 'MP3'])} ${kbps} kbps]${turn > 0 ? ' (re-encode)' : ''}`,
      format: pick(['m4b', 'mp3']),
      bitrate_kbps: kbps,
      size_bytes: String(integer(90, 900) * 1_048_576),
      status,
      attempts: failed ? integer(1, 5) : done ? 1 : 0,
      next_retry_at: failed ? instant('2025-11-15', integer(0, 6 * DAY)) : null,
      error_message: failed || status === 'abandoned' ? pick(failures) : null,
      created_at: instant('2025-04-01', created),
      completed_at: done ? instant('2025-04-01', created + integer(20, 900)) : null,
    };
  });
}
