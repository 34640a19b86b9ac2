import type { LineOrigin } from '@godwit/history';
import type { CurrentLocation } from './current-location.ts';

/** A file of the revision that is being written, as its author sees it. */
export interface CurrentFile {
  /** As the user knows it: `migrations/current.sql`, `migrations/current/001-tables.sql`. */
  readonly path: string;
  readonly text: string;
}

/** The revision that is being written. */
export interface Current {
  readonly location: CurrentLocation;
  /** `current.sql`, or the files of `current/` in the order of their numbers; none when neither is there. */
  readonly files: readonly CurrentFile[];
  /** `--! Message: …` and its like, when the files begin with them, as a revision that was opened again does. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** What `commit` would make the body: includes expanded, the files of `current/` between `--! split:` lines; before placeholders. */
  readonly body: string;
  /** Where each line of the body was written; null for the lines that join files. */
  readonly origins: readonly (LineOrigin | null)[];
  /** Fixtures that went into it: a watcher watches them too. */
  readonly included: readonly string[];
  readonly transactional: boolean;
}
