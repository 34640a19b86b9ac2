import { constants, cpSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { replaceWaitingLocks } from './advisory-wait.ts';
import { describeError } from './describe-error.ts';
import type { EngineReply, EngineRequest, EngineTask } from './engine-protocol.ts';
import { openPglite } from './open-pglite.ts';

/** The thread of a PostgreSQL, and after that of another: opens a data directory and runs what it is sent, one request at a time. */

/** Results go to the main thread in pieces of about this many bytes, so that a large one is not held here as a whole. */
const PIECE_BYTES = 256 * 1024;
const LOG_LINES = 20;

/** What initdb made is cut down to one database, which is half the size. */
const PREPARE_TEMPLATE = [
  'update pg_database set datistemplate = false',
  'drop database template0',
  'drop database template1',
  replaceWaitingLocks(),
  'checkpoint',
];

let pglite: PGlite | null = null;
let log: string[] = [];

function reply(message: EngineReply, ...transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(message, transfer);
}

function fail(error: unknown): never {
  reply({ kind: 'failed', ...describeError(error), log });
  process.exit(1);
}

/** Gathers small writes and hands them on in pieces. */
class Outbox {
  #pieces: Uint8Array[] = [];
  #length = 0;

  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes.slice());
    this.#length += bytes.length;
    if (this.#length >= PIECE_BYTES) this.flush();
  }

  flush(): void {
    const bytes = this.take();
    if (bytes !== null) reply({ kind: 'data', bytes }, bytes.buffer);
  }

  /** What has been gathered, as one piece. */
  take(): Uint8Array<ArrayBuffer> | null {
    if (this.#length === 0) return null;
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#length = 0;
    return bytes;
  }
}

/** Out of the main thread, which it would hold up for a tenth of a second. */
function copy(source: string, directory: string): void {
  cpSync(source, directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

async function open(task: EngineTask): Promise<void> {
  log = [];
  if (task.copyFrom !== undefined) copy(task.copyFrom, task.directory);
  pglite = await openPglite(task, (line) => {
    log.push(line);
    if (log.length > LOG_LINES) log.shift();
  });
  if (task.kind === 'serve') return reply({ kind: 'done', rest: null });
  for (const statement of PREPARE_TEMPLATE) await pglite.exec(statement);
  await close();
}

async function run(bytes: Uint8Array): Promise<void> {
  const outbox = new Outbox();
  try {
    await pglite?.execProtocolRawStream(bytes, { syncToFs: false, onRawData: (data) => outbox.add(data) });
  } catch (error) {
    outbox.flush();
    throw error;
  }
  const rest = outbox.take();
  reply({ kind: 'done', rest }, ...(rest === null ? [] : [rest.buffer]));
}

async function close(): Promise<void> {
  await pglite?.close();
  pglite = null;
  reply({ kind: 'done', rest: null });
}

function serve(request: EngineRequest): Promise<void> {
  if (request.kind === 'open') return open(request.task);
  return request.kind === 'run' ? run(request.bytes) : close();
}

parentPort?.on('message', (request: EngineRequest) => void serve(request).catch(fail));
