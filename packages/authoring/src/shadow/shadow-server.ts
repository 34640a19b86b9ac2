import type { DatabaseSettings } from '@godwit/postgres';

/** Where shadow databases are made. */
export interface ShadowServer {
  /** A database there, from which others are created and dropped. It is connected to for as long as one of them is used, and never changed. */
  readonly admin: DatabaseSettings;
  /** What the names begin with: `app_shadow`. Two projects on one server need two. */
  readonly prefix: string;
  /** True when it is the server of the selected database, where the same roles are. */
  readonly sameServer: boolean;
}

/** PostgreSQL cuts longer names, and ours add a purpose and a key. */
const LONGEST_PREFIX = 40;

/** A copy in use: `app_shadow_w_3f9a01c2`. Whoever uses it holds the advisory lock of its name. */
export function workName({ prefix }: ShadowServer, key: string): string {
  return `${workPrefix({ prefix })}${key}`;
}

/** One that is kept to be copied: `app_shadow_t_3f9a01c2`. Nobody connects to it. */
export function templateName({ prefix }: ShadowServer, key: string): string {
  return `${templatePrefix({ prefix })}${key}`;
}

export function workPrefix({ prefix }: Pick<ShadowServer, 'prefix'>): string {
  return `${prefix.slice(0, LONGEST_PREFIX)}_w_`;
}

export function templatePrefix({ prefix }: Pick<ShadowServer, 'prefix'>): string {
  return `${prefix.slice(0, LONGEST_PREFIX)}_t_`;
}
