import type { Worker } from 'node:worker_threads';
import type { EngineReply, EngineRequest, EngineTask } from './engine-protocol.ts';
import { keepThread, takeThread } from './threads.ts';

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

/** Why an engine must not touch its data directory any more; null while it may. */
export type LossCheck = () => EngineFailure | null;

/**
 * One PostgreSQL in a thread that is its own until it is closed. Requests are run one at a time, in order. When the thread dies, `run`
 * rejects with an `EngineFailure`, now and ever after. So it does when the data directory is lost: PostgreSQL opens its files by their
 * paths, and would write into those of whoever has the place now.
 */
export class Engine {
  /** Null once it was given back. */
  #worker: Worker | null;
  readonly #lost: LossCheck;
  #failure: EngineFailure | null = null;
  #onData: ((chunk: Buffer) => void) | null = null;
  #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  #last: Promise<void> = Promise.resolve();

  private constructor(lost: LossCheck) {
    this.#lost = lost;
    const worker = takeThread();
    worker.on('message', (reply: EngineReply) => this.#receive(reply));
    worker.on('error', (error) => this.#fail(new EngineFailure(error instanceof Error ? error.message : String(error))));
    worker.on('exit', (status) => this.#fail(new EngineFailure(`PostgreSQL ended with status ${status}`)));
    this.#worker = worker;
  }

  /** Opens a data directory: 0.1 to 0.3 s, more when it has to recover from a crash. */
  static async open(task: EngineTask, lost: LossCheck): Promise<Engine> {
    const loss = lost();
    if (loss !== null) throw loss;
    const engine = new Engine(lost);
    await engine.#request({ kind: 'open', task }, []);
    return engine;
  }

  /** Makes a data directory (3–4 s): nothing of it may be used before this resolved. */
  static async initialize(task: EngineTask): Promise<void> {
    const engine = await Engine.open(task, () => null);
    engine.#leave();
  }

  /** Node's number of the thread; null once the engine was closed. */
  get threadId(): number | null {
    return this.#worker?.threadId ?? null;
  }

  /** Sends frontend messages; `onData` gets what PostgreSQL answers, cut anywhere. */
  run(messages: Buffer, onData: (chunk: Buffer) => void): Promise<void> {
    return this.#enqueue(() => {
      this.#onData = onData;
      const bytes = new Uint8Array(messages);
      return this.#request({ kind: 'run', bytes }, [bytes.buffer]);
    });
  }

  /** Shuts down cleanly, with a checkpoint. */
  close(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#request({ kind: 'close' }, []);
      this.#leave();
    });
  }

  /** Ends the thread wherever it is, as a crash would; the next open recovers from the write-ahead log. */
  async kill(reason = new EngineFailure('PostgreSQL was stopped')): Promise<void> {
    this.#fail(reason);
    await this.#worker?.terminate();
  }

  #leave(): void {
    if (this.#failure !== null || this.#worker === null) return;
    this.#failure = new EngineFailure('PostgreSQL was stopped');
    keepThread(this.#worker);
    this.#worker = null;
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
    this.#worker?.postMessage(request, transfer);
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
