import type { Client } from 'pg';
import type { Step } from '../plan/step.ts';
import type { ExecuteOptions } from './execute.ts';
import type { ExecuteSettings } from './execute-settings.ts';
import type { Observer } from './execution-event.ts';
import type { Preparation } from './prepared-statements.ts';
import type { SentBody } from './send-body.ts';
import type { Session } from './session.ts';
import type { Watcher } from './watcher.ts';

/** What every part of an execution needs. The session changes when a lost connection is replaced. */
export interface Run {
  session: Session;
  /** The step that was begun together with the end of the one before, and what becomes of its body, which was sent along. */
  begun: { readonly step: Step; readonly body: SentBody } | null;
  prepared: Preparation;
  /** What a step finds set, see `stepSettings`. */
  readonly stepSettings: string;
  /** A second connection to the same database, with the same role. */
  readonly connect: () => Promise<Client>;
  readonly settings: ExecuteSettings;
  readonly observer: Observer;
  readonly signal: AbortSignal | undefined;
  readonly afterBody: ExecuteOptions['afterBody'];
  readonly watcher: Watcher;
  /** Connections that were opened in place of a lost one: the run closes them. */
  readonly opened: Client[];
}
