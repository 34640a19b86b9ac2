import { connect } from './connect.ts';
import { ConnectionError } from './errors/connection-error.ts';
import { UnknownDatabase } from './errors/login-errors.ts';
import { ServerNotReady } from './errors/server-state-errors.ts';
import { pause, pauses } from './pause.ts';
import type { DatabaseSettings } from './settings.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/** With `timeoutMs: 0` the one attempt still needs a limit. */
const SHORTEST_ATTEMPT_MS = 1_000;

export interface WaitForServerOptions {
  /** For all attempts together; 0 tries once. */
  readonly timeoutMs: number;
  /** Called after each attempt that failed and will be repeated. */
  readonly onAttempt?: ((attempt: FailedAttempt) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** True to wait for the database to be created, too; otherwise an unknown database fails at once. */
  readonly awaitDatabase?: boolean | undefined;
}

export interface FailedAttempt {
  /** Counted from 1. */
  readonly attempt: number;
  readonly error: ConnectionError;
  readonly waitedMs: number;
}

export interface WaitResult {
  readonly attempts: number;
  readonly waitedMs: number;
}

/**
 * Waits until the database takes connections. What waiting can mend is tried again: nobody listens yet, the host name is not there yet, the server
 * is starting. What it cannot mend fails at once: a wrong password, an unknown role or database, a certificate.
 *
 * @throws ServerNotReady with the last error as its cause, a ConnectionError that no waiting mends, or the signal's reason
 */
export async function waitForServer(settings: DatabaseSettings, options: WaitForServerOptions): Promise<WaitResult> {
  const { timeoutMs, onAttempt, signal, awaitDatabase = false } = options;
  const start = performance.now();
  const waited = (): number => performance.now() - start;
  const lengths = pauses(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
  for (let attempt = 1; ; attempt++) {
    try {
      await connectOnce(settings, Math.max(SHORTEST_ATTEMPT_MS, timeoutMs - waited()), signal);
      return { attempts: attempt, waitedMs: waited() };
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      if (!error.transient && !(awaitDatabase && error instanceof UnknownDatabase)) throw error;
      const left = timeoutMs - waited();
      if (left <= 0) throw new ServerNotReady(settings, attempt, waited(), error);
      onAttempt?.({ attempt, error, waitedMs: waited() });
      await pause(Math.min(left, lengths.next().value), signal);
    }
  }
}

async function connectOnce(settings: DatabaseSettings, limitMs: number, signal: AbortSignal | undefined): Promise<void> {
  const own = settings.connectTimeoutMs === 0 ? limitMs : settings.connectTimeoutMs;
  const client = await connect({ ...settings, connectTimeoutMs: Math.ceil(Math.min(own, limitMs)) }, { signal, anyEncoding: true });
  await client.end();
}
