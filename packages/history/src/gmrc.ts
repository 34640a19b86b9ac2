import type { GodwitError } from '@godwit/diagnostics';
import type { Placeholders } from './placeholders.ts';

/** What `.gmrc` says, checked as graphile-migrate checks it. Null is "not set". */
export interface Gmrc {
  readonly path: string;
  /** False when there is no such file; everything else is then its default. */
  readonly found: boolean;
  readonly connectionString: string | null;
  readonly shadowConnectionString: string | null;
  readonly rootConnectionString: string | null;
  readonly databaseOwner: string | null;
  /** Relative to the working directory; graphile-migrate's default is `migrations`. */
  readonly migrationsFolder: string | null;
  /** When false, the schema `graphile_migrate` is only looked at, never created. */
  readonly manageGraphileMigrateSchema: boolean;
  /** Settings for each session. Numbers are written as text. */
  readonly pgSettings: Readonly<Record<string, string>>;
  /** As written: `!ENV` is still to be resolved. */
  readonly placeholders: Placeholders;
  readonly blankMigrationContent: string;
  readonly actions: Readonly<Record<GmrcHook, readonly GmrcAction[]>>;
  /** Findings: a password in a URL. */
  readonly problems: readonly GodwitError[];
}

export const GMRC_HOOKS = [
  'beforeReset',
  'afterReset',
  'beforeAllMigrations',
  'afterAllMigrations',
  'beforeCurrent',
  'afterCurrent',
] as const;

/** When an action runs. */
export type GmrcHook = (typeof GMRC_HOOKS)[number];

/** What runs: a file of the migrations folder, or a shell command. */
export type GmrcAction =
  | { readonly kind: 'sql'; readonly file: string; readonly root: boolean; readonly shadow: boolean | null }
  | { readonly kind: 'command'; readonly command: string; readonly root: boolean; readonly shadow: boolean | null };
