import { Worker } from 'node:worker_threads';
import type { EngineReply, EngineRequest, EngineTask } from './engine-protocol.ts';

/** Why a thread ended that should not have. */
export class EngineFailure extends Error {
  /** The last lines of PostgreSQL's log. */
  readonly log: readonly string[];
  /** Of the file system or of Node: `ENOSPC`. */
  readonly code: string | null;

  constructor(message: string, log: readonly string[] = [], code: string | null = null) {
    super(message);
    this.name = 'EngineFailure';
    this.log = log;
    this.code = code;
  }
}

/** A thread does not use the compile cache of its process: without one of its own it compiles the same sources anew for each database. */
const COMPILE_CACHE = 'data:text/javascript,import { enableCompileCache } from "node:module"; enableCompileCache()';

/** Why an engine must not touch its data directory any more; null while it may. */
export type LossCheck = () => EngineFailure | null;

/**
 * One PostgreSQL in a thread of its own. Requests are run one at a time, in order. When the thread dies, `run` rejects with an
 * `EngineFailure`, now and ever after. So it does when the data directory is lost: PostgreSQL opens its files by their paths, and
 * would write into those of whoever has the place now.
 */
export class Engine {
  readonly #worker: Worker;
  readonly #lost: LossCheck;
  #failure: EngineFailure | null = null;
  #onData: ((chunk: Buffer) => void) | null = null;
  #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  #last: Promise<void> = Promise.resolve();

  private constructor(task: EngineTask, lost: LossCheck) {
    this.#lost = lost;
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    this.#worker = new Worker(new URL(`./engine-thread.${extension}`, import.meta.url), {
      workerData: task,
      execArgv: ['--import', COMPILE_CACHE],
    });
    this.#worker.on('message', (reply: EngineReply) => this.#receive(reply));
    this.#worker.on('error', (error) => this.#fail(new EngineFailure(error instanceof Error ? error.message : String(error))));
    this.#worker.on('exit', (status) => this.#fail(new EngineFailure(`PostgreSQL ended with status ${status}`)));
  }

  /** Opens a data directory: about 0.3 s, more when it has to recover from a crash. */
  static async open(task: EngineTask, lost: LossCheck): Promise<Engine> {
    const loss = lost();
    if (loss !== null) throw loss;
    const engine = new Engine(task, lost);
    await engine.#settled();
    return engine;
  }

  /** Makes a data directory (3–4 s): nothing of it may be used before this resolved. */
  static async initialize(task: EngineTask): Promise<void> {
    await new Engine(task, () => null).#settled();
  }

  /** Sends frontend messages; `onData` gets what PostgreSQL answers, cut anywhere. */
  run(messages: Buffer, onData: (chunk: Buffer) => void): Promise<void> {
    return this.#enqueue(() => {
      this.#onData = onData;
      const bytes = new Uint8Array(messages);
      return this.#request({ kind: 'run', bytes }, [bytes.buffer]);
    });
  }

  /** Shuts down cleanly: a checkpoint, then the thread ends. */
  close(): Promise<void> {
    return this.#enqueue(() => this.#request({ kind: 'close' }, []));
  }

  /** Ends the thread wherever it is, as a crash would; the next open recovers from the write-ahead log. */
  async kill(reason = new EngineFailure('PostgreSQL was stopped')): Promise<void> {
    this.#fail(reason);
    await this.#worker.terminate();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  #request(request: EngineRequest, transfer: ArrayBuffer[]): Promise<void> {
    const loss = this.#failure ?? this.#lost();
    if (loss !== null) return this.kill(loss).then(() => Promise.reject(loss));
    const settled = this.#settled();
    this.#worker.postMessage(request, transfer);
    return settled;
  }

  #settled(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  #receive(reply: EngineReply): void {
    if (reply.kind === 'data') this.#give(reply.bytes);
    else if (reply.kind === 'failed') this.#fail(new EngineFailure(reply.message, reply.log, reply.code));
    else {
      if (reply.kind === 'done' && reply.rest !== null) this.#give(reply.rest);
      this.#settle?.resolve();
      this.#settle = null;
    }
  }

  #give({ buffer, byteOffset, byteLength }: Uint8Array): void {
    this.#onData?.(Buffer.from(buffer, byteOffset, byteLength));
  }

  #fail(failure: EngineFailure): void {
    this.#failure ??= failure;
    this.#settle?.reject(this.#failure);
    this.#settle = null;
  }
}
