import type { PGliteOptions } from '@electric-sql/pglite';

/** What the thread is started with. */
export interface EngineTask {
  /** `initdb` makes a new data directory and ends; `serve` opens one and answers requests. */
  readonly kind: 'initdb' | 'serve';
  readonly directory: string;
  /** Another data directory, which nobody writes meanwhile, to copy first. */
  readonly copyFrom?: string;
  /** The name of the database inside its data directory. */
  readonly database: string;
  /** Compiled once and shared by all threads. */
  readonly wasm: NonNullable<PGliteOptions['pgliteWasmModule']>;
}

export type EngineRequest = { readonly kind: 'run'; readonly bytes: Uint8Array } | { readonly kind: 'close' };

export type EngineReply =
  | { readonly kind: 'open' }
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** With what is left of the answer. */
  | { readonly kind: 'done'; readonly rest: Uint8Array | null }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null; readonly log: readonly string[] };
