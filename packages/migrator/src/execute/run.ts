import type { Client } from 'pg';
import type { ExecuteSettings } from './execute-settings.ts';
import type { Observer } from './execution-event.ts';
import type { Session } from './session.ts';

/** What every part of an execution needs. The session changes when a lost connection is replaced. */
export interface Run {
  session: Session;
  /** A second connection to the same database, with the same role. */
  readonly connect: () => Promise<Client>;
  readonly settings: ExecuteSettings;
  readonly observer: Observer;
  readonly signal: AbortSignal | undefined;
}
