import { slugify } from './slugify.ts';

/** The names that graphile-migrate reads as revisions; others it passes over. */
const REVISION_NAME = /^([0-9]+)(-[-_a-zA-Z0-9]*)?\.sql$/;

/** What a revision's file name says. */
export interface FileName {
  readonly number: number;
  /** `000003`. */
  readonly digits: string;
  /** Without its dash; empty when there is none. */
  readonly slug: string;
  readonly filename: string;
  /** `000003.sql`. */
  readonly ledgerName: string;
  /** `000003-add-ratings`, or `000003`. */
  readonly name: string;
}

/** Null when the name is not a revision's. */
export function parseFileName(filename: string): FileName | null {
  const match = REVISION_NAME.exec(filename);
  const digits = match?.[1];
  if (digits === undefined) return null;
  const slug = (match?.[2] ?? '').slice(1);
  return {
    number: Number(digits),
    digits,
    slug,
    filename,
    ledgerName: `${digits}.sql`,
    name: slug === '' ? digits : `${digits}-${slug}`,
  };
}

/** `000004-add-ratings.sql`, as graphile-migrate's commit names it; without a message `000004.sql`. */
export function fileNameFor(number: number, message: string | null): string {
  const slug = slugify(message ?? '');
  return `${String(number).padStart(6, '0')}${slug === '' ? '' : `-${slug}`}.sql`;
}

/** True for a file that somebody probably meant as a revision although its name does not fit: anything that ends in `.sql`. */
export function isNearlyRevisionName(filename: string): boolean {
  return /\.sql$/i.test(filename) && !filename.startsWith('.') && parseFileName(filename) === null;
}

/** The name that such a file probably should have; null when it does not begin with a number. */
export function proposeFileName(filename: string): string | null {
  const match = /^[\s_-]*([0-9]+)[\s_-]*(.*)\.sql$/i.exec(filename);
  if (match === null) return null;
  return fileNameFor(Number(match[1]), match[2] ?? '');
}
