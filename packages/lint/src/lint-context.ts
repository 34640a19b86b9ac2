import type { CodeFrame } from '@godwit/diagnostics';
import type { RelationName } from '@godwit/migrator';
import type { Severity } from './lint-finding.ts';
import type { Schema } from './schema/schema.ts';

/** What the caller knows. A rule whose fact is missing stays silent, or says what it would need. */
export interface LintContext {
  readonly settings?: LintSettings;
  /** What earlier revisions made, see `readSchema`. Not changed: the next call may use it again. */
  readonly history?: Schema;
  /** The application's own queries; nothing when nobody has named them, an empty list when there are none. */
  readonly queries?: readonly QueryUse[];
  readonly backfills?: readonly BackfillUse[];
  /** Where names without a schema belong: `searchPath` of the configuration, as SQL writes it; `public` unless given. */
  readonly searchPath?: string;
  /** `pgSettings` of `.gmrc`: each revision runs with them. */
  readonly pgSettings?: Readonly<Record<string, string>>;
  /** Whether the sources are all that there are: an ignore of the settings that silences nothing is then a finding. */
  readonly whole?: boolean;
}

/** The key `lint` of `godwit.config.json`. */
export interface LintSettings {
  /** By name of the rule; what is left out has the rule's own severity. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** For committed files, whose comments are part of their hash. */
  readonly ignore?: readonly IgnoreSetting[];
  /** False leaves squawk out altogether. */
  readonly squawk?: boolean;
}

export interface IgnoreSetting {
  /** Paths as those of the sources; `*` stands for anything but a slash. */
  readonly file: string | readonly string[];
  readonly rule: string;
  readonly reason: string;
  /** Where the setting stands, for the finding that it is not needed. */
  readonly place?: CodeFrame;
}

/** A query of the application, and what it names. */
export interface QueryUse {
  readonly name: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly uses: readonly RelationUse[];
}

/** A relation that is read or written, and which of its columns. */
export interface RelationUse {
  readonly relation: RelationName;
  /** `all` for `*`. */
  readonly columns: readonly string[] | 'all';
}

/** A backfill, as far as the revisions around it are concerned. */
export interface BackfillUse {
  readonly name: string;
  /** The revision that removes what it reads, and so must wait for it, as a target names it; null when there is none yet. */
  readonly until: string | null;
  /** What its SQL names. */
  readonly uses: readonly RelationUse[];
  /** A query of the rows that are still wrong, for the gate; null when the backfill does not say. */
  readonly remaining: string | null;
}
