import type { PGliteOptions } from '@electric-sql/pglite';

/** What a thread is to open. */
export interface EngineTask {
  /** `initdb` makes a new data directory and closes it; `serve` opens one and answers requests. */
  readonly kind: 'initdb' | 'serve';
  readonly directory: string;
  /** Another data directory, which nobody writes meanwhile, to copy first. */
  readonly copyFrom?: string;
  /** The name of the database inside its data directory. */
  readonly database: string;
  /** Compiled once and shared by all threads. */
  readonly wasm: NonNullable<PGliteOptions['pgliteWasmModule']>;
}

export type EngineRequest =
  /** The first of all, and again after `close`. */
  { readonly kind: 'open'; readonly task: EngineTask } | { readonly kind: 'run'; readonly bytes: Uint8Array } | { readonly kind: 'close' };

export type EngineReply =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** To each request, with what is left of the answer. */
  | { readonly kind: 'done'; readonly rest: Uint8Array | null }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null; readonly log: readonly string[] };
