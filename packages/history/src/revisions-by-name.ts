import { parseFileName } from './file-name.ts';
import type { History } from './history.ts';
import type { Revision } from './revision.ts';

/** The revisions with this slug, or this number and slug (leading zeros ignored). A name in full wins over a slug that looks like one. */
export function revisionsByName(history: Pick<History, 'revisions'>, text: string): readonly Revision[] {
  if (text === '') return [];
  const exact = history.revisions.filter(({ name }) => name === text);
  if (exact.length > 0) return exact;
  const parts = parseFileName(`${text}.sql`);
  return history.revisions.filter(
    ({ slug, number }) => slug === text || (parts !== null && number === parts.number && slug === parts.slug),
  );
}

/** The revisions whose hash begins with this, in at least seven digits, with or without `sha1:`. */
export function revisionsByHashPrefix(history: Pick<History, 'revisions'>, text: string): readonly Revision[] {
  const digits = /^(?:sha1:)?([0-9a-f]{7,40})$/i.exec(text)?.[1];
  if (digits === undefined) return [];
  return history.revisions.filter(({ hash }) => hash.startsWith(`sha1:${digits.toLowerCase()}`));
}
