import type { Socket } from 'node:net';

/** What is under way: to reach the server, its TLS, the login, the answer to a first query. */
export type ConnectPhase = 'reach' | 'tls' | 'login' | 'answer';

/** Ends the socket that is being opened when the time is up or the caller gives up. */
export interface ConnectDeadline {
  /** Names what is under way and the socket to end; returns the socket. */
  guard<T extends Socket>(phase: ConnectPhase, socket: T): T;
  /** Throws why the connecting was ended from here, if it was: every other error is then only a consequence. */
  throwIfOver(): void;
  close(): void;
}

export interface ConnectDeadlineOptions {
  /** 0 for ever. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** What is thrown when the time was up in this phase. */
  readonly timedOut: (phase: ConnectPhase) => Error;
}

/**
 * Starts the time for connecting, which all phases and attempts share.
 *
 * @throws the signal's reason when it is aborted already
 */
export function startConnectDeadline({ timeoutMs, signal, timedOut }: ConnectDeadlineOptions): ConnectDeadline {
  signal?.throwIfAborted();
  let phase: ConnectPhase = 'reach';
  let current: Socket | undefined;
  let over: { readonly reason: unknown } | undefined;

  const end = (reason: unknown): void => {
    over ??= { reason };
    // Without an error of its own a destroyed socket says nothing to those who wait for it.
    current?.destroy(new Error('The connection attempt was ended'));
  };
  const timer = timeoutMs > 0 ? setTimeout(() => end(timedOut(phase)), timeoutMs) : undefined;
  const abort = (): void => end(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });

  return {
    guard(nextPhase, socket) {
      phase = nextPhase;
      current = socket;
      if (over !== undefined) end(over.reason);
      return socket;
    },
    throwIfOver() {
      if (over !== undefined) throw over.reason;
    },
    close() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}
