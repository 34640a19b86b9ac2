import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@godwit/postgres/testing';
import { queueRun } from '../serve/queue-run.ts';
import { serveBackfills } from '../serve/serve-backfills.ts';
import type { ServeEvent, ServeOptions } from '../serve/serving.ts';
import { serveOptions } from './serve-options.ts';

export interface ServingHere {
  readonly events: readonly ServeEvent[];
  /** Resolves when an event of that kind has come, now or before; rejects when the serving ends without it. */
  readonly until: <Kind extends ServeEvent['kind']>(kind: Kind) => Promise<Extract<ServeEvent, { readonly kind: Kind }>>;
}

/** Runs with the backfills of a folder being served in this process. */
export async function whileServing<T>(
  { settings }: TestDatabase,
  root: string,
  run: (serving: ServingHere) => Promise<T>,
  options: Partial<ServeOptions> = {},
): Promise<T> {
  const interruption = new AbortController();
  const events: ServeEvent[] = [];
  const told = new EventEmitter();
  const serving = serveBackfills({
    ...(await serveOptions(settings, root)),
    ...options,
    signal: interruption.signal,
    observer: (event) => {
      events.push(event);
      told.emit('event');
    },
  });
  const ended = serving.then(() => Promise.reject(new Error('it has ended')));
  ended.catch(() => undefined);
  try {
    return await run({
      events,
      until: async (kind) => {
        for (;;) {
          for (const event of events) if (isOf(event, kind)) return event;
          await Promise.race([once(told, 'event'), ended]);
        }
      },
    });
  } finally {
    interruption.abort();
    await serving;
  }
}

function isOf<Kind extends ServeEvent['kind']>(event: ServeEvent, kind: Kind): event is Extract<ServeEvent, { readonly kind: Kind }> {
  return event.kind === kind;
}

export interface ServingProcess {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<unknown>;
}

/** Serves in a process of its own. */
export function startServing({ url }: TestDatabase, root: string): ServingProcess {
  const script = fileURLToPath(import.meta.resolve('./serve-process.ts'));
  const child = spawn(process.execPath, [script, url, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'exit');
  return {
    child,
    output: () => text,
    ended,
    says: async (wanted) => {
      while (!text.includes(wanted)) {
        const more = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)]);
        if (!more && !text.includes(wanted)) throw new Error(`It ended without saying ${wanted}: ${text}`);
      }
    },
  };
}

export function queue({ client, connect }: TestDatabase, name: string, at: Date | null = null) {
  return queueRun({ client, connect, name, at });
}
