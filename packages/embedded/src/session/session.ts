import { performance } from 'node:perf_hooks';
import type { TransactionStatus } from '../wire/backend-messages.ts';
import type { AdvisoryLock } from './advisory-locks.ts';
import type { Owner } from './owner-queue.ts';
import type { SuspendedTransaction } from './suspended-transaction.ts';

/** How a session reaches its client. */
export interface SessionClient {
  send(bytes: Buffer): void;
  /** Says a last error and closes. */
  terminate(reason: Error): void;
}

/**
 * What one connection has of its own: on a real server it would be the memory of its backend process. While another connection uses
 * the one backend, it is kept here (see `switch-session.ts`).
 */
export class Session implements Owner {
  readonly id: number;
  readonly user: string;
  /** `application_name (address)`, for messages about who holds what. */
  readonly label: string;
  readonly client: SessionClient;
  /** Settings from the startup packet: what RESET goes back to. */
  readonly startupSettings: ReadonlyMap<string, string>;
  /** Names of settings that may have been changed since. */
  readonly changedSettings = new Set<string>();
  /** Their values when the backend was last given away. */
  savedSettings: ReadonlyMap<string, string> = new Map();
  /** What was taken out of the backend while others have it. */
  parkedLocks: readonly AdvisoryLock[] = [];
  parkedTemporaryObjects = false;
  /** Its transaction, when that had to make room for another connection. */
  suspended: SuspendedTransaction | null = null;
  /** Whether the transaction did what a repetition would not bring back, or what nobody knows. */
  opaque = false;
  /** Whether messages of a batch were run and its Sync was not. */
  isMidBatch = false;
  /** Whether statements with names of its own may be prepared in the backend. */
  hasStatements = false;
  /** What it listens to; the backend listens for all. */
  readonly channels = new Set<string>();
  status: TransactionStatus = 'I';
  idleSince: number | null = performance.now();

  constructor(options: {
    readonly id: number;
    readonly user: string;
    readonly label: string;
    readonly client: SessionClient;
    readonly startupSettings: ReadonlyMap<string, string>;
  }) {
    this.id = options.id;
    this.user = options.user;
    this.label = options.label;
    this.client = options.client;
    this.startupSettings = options.startupSettings;
  }

  /** Put behind the names of prepared statements. */
  get suffix(): string {
    return `~${this.id}`;
  }
}
