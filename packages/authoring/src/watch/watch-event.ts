import type { GodwitError } from '@godwit/diagnostics';
import type { LintFinding } from '@godwit/lint';
import type { Loss } from '@godwit/migrator';
import type { WornTable } from '../attempt/worn-tables.ts';
import type { BrokenQuery } from '../queries/check-queries.ts';

/** What a watch tells, in order. `ms` are milliseconds from the moment when the file was seen to have changed. */
export type WatchEvent =
  /** It begins, or begins again after the server was gone; the text is saved at once. */
  | { readonly kind: 'watching'; readonly revision: string }
  /** The text is in the database. */
  | {
      readonly kind: 'applied';
      readonly ms: number;
      /** What it makes, changes and drops: `shelf.books`. Null in place of the rest when code may touch anything. */
      readonly touched: readonly (string | null)[];
      /** Rows and values that went with the text before: said once. */
      readonly disposed: readonly Loss[];
      readonly isForeign: boolean;
    }
  /** A save changed nothing that the database would notice. */
  | { readonly kind: 'unchanged' }
  /** The text is blank, and what was applied is taken back; `forgotten`: graphile-migrate had applied it, and what it did stays. */
  | { readonly kind: 'takenBack'; readonly ms: number; readonly forgotten: boolean }
  /** The text is blank, and so was the one before. */
  | { readonly kind: 'blank' }
  /** The database is as it was before the save, unless the error says otherwise. */
  | { readonly kind: 'failed'; readonly ms: number; readonly error: GodwitError }
  /** The way back of a text is being computed, which takes a moment. */
  | { readonly kind: 'findingWayBack' }
  /** It is stored; `unmodelled`: it is not known, and what of the text would stay. */
  | { readonly kind: 'wayBack'; readonly unmodelled: readonly string[] | null }
  | { readonly kind: 'findings'; readonly findings: readonly LintFinding[] }
  | { readonly kind: 'queries'; readonly broken: readonly BrokenQuery[] }
  | { readonly kind: 'worn'; readonly tables: readonly WornTable[] }
  /** The text is applied, and could not be looked at. */
  | { readonly kind: 'notChecked'; readonly reason: string }
  /** The command `generate` begins; then how it ended, and what it printed when it failed. */
  | { readonly kind: 'generating' }
  | { readonly kind: 'generated'; readonly failed: readonly string[] | null }
  | { readonly kind: 'serverGone'; readonly reason: string }
  | { readonly kind: 'serverBack'; readonly waitedMs: number };

export type WatchObserver = (event: WatchEvent) => void;
