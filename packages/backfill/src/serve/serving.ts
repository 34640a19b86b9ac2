import type { Client } from '@godwit/postgres';
import type { PgBoss } from 'pg-boss';
import type { DeadRow } from '../batch/dead-row.ts';
import type { Backfill } from '../definition/backfill.ts';
import type { Schedule } from '../definition/schedule.ts';
import type { Verification } from '../finish/verify-backfill.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import type { Progress } from '../run/read-progress.ts';
import type { ServePace } from './pace.ts';
import type { Because } from './queues.ts';

/** What a process that serves tells. */
export type ServeEvent =
  | {
      readonly kind: 'serving';
      readonly backfills: readonly Backfill[];
      readonly verifyAt: Schedule | null;
      readonly unscheduled: readonly string[];
    }
  | { readonly kind: 'begun'; readonly backfill: string; readonly because: Because; readonly opened: 'started' | 'running' }
  | { readonly kind: 'dead'; readonly backfill: string; readonly rows: readonly DeadRow[] }
  | { readonly kind: 'ended'; readonly backfill: string; readonly progress: Progress }
  /** Done, and nothing remained. */
  | { readonly kind: 'upToDate'; readonly backfill: string; readonly because: Because }
  /** Somebody, or the engine, has paused its run: that is for a person to judge. */
  | { readonly kind: 'leftPaused'; readonly backfill: string; readonly reason: string | null }
  /** The job waits for the next process that serves. */
  | { readonly kind: 'wentBack'; readonly backfill: string | null }
  | { readonly kind: 'verified'; readonly backfill: string; readonly verification: Verification }
  /** For a reason that time does not mend. */
  | { readonly kind: 'refused'; readonly backfill: string | null; readonly error: unknown }
  /** For a passing reason; it is tried again, or given up when that was the last time. */
  | { readonly kind: 'failed'; readonly backfill: string | null; readonly error: unknown; readonly tries: number; readonly isLast: boolean }
  /** For good: it is in `godwit.event`, whoever was at it. */
  | { readonly kind: 'gaveUp'; readonly backfill: string | null; readonly tries: number; readonly reason: string }
  | { readonly kind: 'lost'; readonly error: unknown }
  | { readonly kind: 'back' }
  | { readonly kind: 'trouble'; readonly error: Error };

/** A backfill and what it walks. */
export interface OpenedBackfill {
  readonly backfill: Backfill;
  readonly table: WalkedTable;
}

export interface ServeOptions {
  readonly connect: () => Promise<Client>;
  /** All of the project. */
  readonly backfills: readonly Backfill[];
  /** Loads one as it is now, and looks whether this database is one that it can be run on. */
  readonly open: (client: Client, name: string) => Promise<OpenedBackfill>;
  /** Workers of this process for each run; what the settings say unless given. */
  readonly workers?: number | undefined;
  /** When all that is done is verified; null for never. */
  readonly verifyAt: Schedule | null;
  /** Raised: no job is taken any more, and those under way go back after their batches. */
  readonly signal: AbortSignal;
  readonly observer: (event: ServeEvent) => void;
  readonly pace?: ServePace;
}

/** What the jobs of one process share. */
export interface Serving extends ServeOptions {
  readonly boss: PgBoss;
}
