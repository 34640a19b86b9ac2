import type { Client } from '@godwit/postgres';
import type { Db } from 'pg-boss';
import { judgeError } from '../batch/judge-error.ts';

export interface BossConnectionOptions {
  /** Opens a connection, ready for use. */
  readonly connect: () => Promise<Client>;
  /** Called once when the server does not answer any more. */
  readonly onLost: (error: unknown) => void;
  /** Called once when it answers again. */
  readonly onBack: () => void;
}

/** pg-boss's way to the database. */
export interface BossConnection extends Db {
  /** Whether the last statement found no server. */
  readonly isLost: () => boolean;
  readonly close: () => Promise<void>;
}

/**
 * One connection of ours, with all that `connect` knows of TLS and passwords, on which pg-boss's statements follow each other. It is opened when it is
 * needed, and again when it breaks: a statement on a connection that broke is sent once more.
 */
export function bossConnection({ connect, onLost, onBack }: BossConnectionOptions): BossConnection {
  let client: Client | null = null;
  let lost = false;
  let last: Promise<unknown> = Promise.resolve();

  async function send(text: string, values: unknown[] | undefined): Promise<{ rows: unknown[] }> {
    client ??= await connect();
    try {
      return { rows: rowsOf(await client.query(text, values)) };
    } catch (error) {
      const broken = client;
      if (judgeError(error) === 'gone') {
        client = null;
        await broken.end().catch(() => undefined);
      } else await broken.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  async function sendTwice(text: string, values: unknown[] | undefined): Promise<{ rows: unknown[] }> {
    const wasOpen = client !== null;
    try {
      return await send(text, values).catch((error: unknown) => {
        if (!wasOpen || judgeError(error) !== 'gone') throw error;
        return send(text, values);
      });
    } catch (error) {
      note(judgeError(error) === 'gone', error);
      throw error;
    }
  }

  function note(isLost: boolean, error?: unknown): void {
    if (isLost === lost) return;
    lost = isLost;
    if (isLost) onLost(error);
    else onBack();
  }

  return {
    executeSql: (text, values) => {
      const next = last.then(async () => {
        const result = await sendTwice(text, values);
        note(false);
        return result;
      });
      last = next.catch(() => undefined);
      return next;
    },
    isLost: () => lost,
    close: async () => {
      await last;
      await client?.end().catch(() => undefined);
      client = null;
    },
  };
}

/** Of all statements of a text, with `int8` as text, as pg-boss expects it. */
function rowsOf(result: unknown): unknown[] {
  if (Array.isArray(result)) return result.flatMap(rowsOf);
  const rows: unknown = typeof result === 'object' && result !== null && 'rows' in result ? result.rows : [];
  return Array.isArray(rows) ? rows.map(plain) : [];
}

function plain(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]));
}
