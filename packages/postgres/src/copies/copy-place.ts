import { createHash } from 'node:crypto';
import type { DatabaseSettings } from '../settings.ts';

/** Where databases are made to be thrown away. */
export interface CopyPlace {
  /** A database there, from which others are created and dropped. It is connected to for as long as one of them is used, and never changed. */
  readonly admin: DatabaseSettings;
  /** What the names begin with: `app_shadow`. Two projects on one server need two, and so do two admin databases: locks belong to one of them. */
  readonly prefix: string;
  /** How many databases are kept there to be copied; 3 unless given. */
  readonly kept?: number;
}

/** PostgreSQL cuts longer names, and ours add a purpose and a key. */
const LONGEST_PREFIX = 40;
const DIGEST_LENGTH = 8;

/** One in use: `app_shadow_w_3f9a01c2`. Whoever uses it holds the advisory lock of its name. */
export function workName(place: Pick<CopyPlace, 'prefix'>, key: string): string {
  return `${workPrefix(place)}${key}`;
}

/** One that is kept to be copied: `app_shadow_t_3f9a01c2`. Nobody connects to it. */
export function templateName(place: Pick<CopyPlace, 'prefix'>, key: string): string {
  return `${templatePrefix(place)}${key}`;
}

export function workPrefix({ prefix }: Pick<CopyPlace, 'prefix'>): string {
  return `${shortened(prefix)}_w_`;
}

export function templatePrefix({ prefix }: Pick<CopyPlace, 'prefix'>): string {
  return `${shortened(prefix)}_t_`;
}

/** Two long prefixes that begin alike stay two. The server counts bytes. */
function shortened(prefix: string): string {
  if (Buffer.byteLength(prefix) <= LONGEST_PREFIX) return prefix;
  const digest = createHash('sha256').update(prefix).digest('hex').slice(0, DIGEST_LENGTH);
  return `${prefix.replace(/\W/g, '').slice(0, LONGEST_PREFIX - DIGEST_LENGTH - 1)}_${digest}`;
}
