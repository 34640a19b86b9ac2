import type { Client } from '@godwit/postgres';
import type { DeadRow } from '../batch/dead-row.ts';
import type { Backfill } from '../definition/backfill.ts';
import type { Health } from '../health/signal.ts';
import type { KeyRange } from '../key/key.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import type { RunPhase, RunState } from '../run/run.ts';

/** What a worker tells while it works. */
export type BackfillEvent =
  | { readonly kind: 'batch'; readonly range: KeyRange; readonly rows: number; readonly changed: number; readonly ms: number }
  | { readonly kind: 'dead'; readonly rows: readonly DeadRow[] }
  | { readonly kind: 'conflict'; readonly error: unknown; readonly rows: number }
  | { readonly kind: 'phase'; readonly phase: RunPhase }
  | { readonly kind: 'swept'; readonly keys: number }
  | { readonly kind: 'verified'; readonly range: KeyRange; readonly rows: number; readonly wrong: number }
  | { readonly kind: 'health'; readonly health: Health }
  | { readonly kind: 'disconnected'; readonly error: unknown };

/** What all workers of one process share. */
export interface WorkerOptions {
  readonly runId: bigint;
  readonly backfill: Backfill;
  readonly table: WalkedTable;
  /** Opens a connection to the database. */
  readonly connect: () => Promise<Client>;
  /** Raised: no batch is begun any more. */
  readonly signal: AbortSignal;
  /** Raised: the batch that is under way is given up too. */
  readonly now?: AbortSignal;
  readonly observer: (event: BackfillEvent) => void;
}

/** What one turn of a worker came to. */
export type Turn =
  | { readonly kind: 'worked'; readonly rows: number; readonly ms: number; readonly level: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'ended'; readonly state: RunState };

/** What doing a range needs of a worker. */
export function appliedBy(client: Client, { backfill, table, now, signal }: WorkerOptions) {
  return { client, backfill, table, signal: now ?? signal };
}
