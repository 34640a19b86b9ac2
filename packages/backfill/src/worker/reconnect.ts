import { type Client, readSql } from '@godwit/postgres';
import { ServerLost } from '../errors/run-errors.ts';
import { rest } from './rest.ts';
import type { WorkerOptions } from './worker.ts';

const FIRST_PAUSE_MS = 100;

const LONGEST_PAUSE_MS = 5_000;

/** A server that restarts, or another that takes its place, is there again by then. */
const PATIENCE_MINUTES = 10;

/**
 * Opens a connection, however often it takes.
 *
 * @returns null when the signal is raised meanwhile
 * @throws ServerLost
 */
export async function reconnect({
  connect,
  signal,
  observer,
}: Pick<WorkerOptions, 'connect' | 'signal' | 'observer'>): Promise<Client | null> {
  const started = performance.now();
  for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5)) {
    try {
      const client = await connect();
      await client.query(readSql(import.meta.url, './sql/keep-alive.sql'));
      return client;
    } catch (error) {
      if (performance.now() - started > PATIENCE_MINUTES * 60_000) throw new ServerLost(PATIENCE_MINUTES, error);
      observer({ kind: 'disconnected', error });
      await rest(pause * (0.5 + Math.random() / 2), signal);
    }
  }
  return null;
}
