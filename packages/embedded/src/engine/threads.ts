import { Worker } from 'node:worker_threads';

/** A thread does not use the compile cache of its process: without one of its own it compiles the same sources anew. */
const COMPILE_CACHE = 'data:text/javascript,import { enableCompileCache } from "node:module"; enableCompileCache()';

/** Who makes databases one after another wants the next thread sooner than this. */
const KEEP_MS = 30_000;
const KEPT = 2;

/** Those whose database was closed, with the time when they end. */
const idle = new Map<Worker, NodeJS.Timeout>();

/**
 * A thread that runs `engine-thread`. One that has had a database opens the next one for less than half of the work: its modules are loaded
 * and compiled.
 */
export function takeThread(): Worker {
  const [kept] = [...idle.keys()].slice(-1);
  if (kept === undefined) return startThread();
  forget(kept);
  kept.ref();
  return kept;
}

/** Keeps a thread whose database is closed for a while. Nobody may send it anything any more. */
export function keepThread(thread: Worker): void {
  silence(thread);
  // One that breaks has nobody to tell, and ends.
  thread.on('error', () => undefined);
  if (idle.size === KEPT) return void thread.terminate();
  // It does not keep a process alive that has nothing else to do.
  thread.unref();
  thread.on('exit', () => forget(thread));
  const end = setTimeout(() => void thread.terminate(), KEEP_MS);
  idle.set(thread, end.unref());
}

function forget(thread: Worker): void {
  clearTimeout(idle.get(thread));
  idle.delete(thread);
  silence(thread);
}

/** By name: a worker has listeners of its own, without which it hears nothing. */
function silence(thread: Worker): void {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
}

function startThread(): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./engine-thread.${extension}`, import.meta.url), { execArgv: ['--import', COMPILE_CACHE] });
}
