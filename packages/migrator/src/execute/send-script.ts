import type { Client } from 'pg';

/** What became of a script. */
export interface ScriptEnd {
  /** The command tags of the statements that were done, in order: `BEGIN`, `INSERT 0 1`, `COMMIT`. */
  readonly commands: readonly string[];
  /** All rows that came, in order, their values as text. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Why the statement after them failed, of the server or of the connection; null when all are done. */
  readonly error: unknown;
}

/** The connection of pg, as far as queries of one's own see it. */
interface Wire {
  readonly query: (text: string) => void;
  readonly stream: { readonly cork: () => void; readonly uncork: () => void };
}

/**
 * Sends several statements in one message and says how far they came. pg's own query tells of all of them or of none, and makes a result
 * of each, which for our scripts takes longer than the round trip.
 *
 * Never rejects: a failure is half of what there is to know.
 */
export function sendScript(client: Client, sql: string): Promise<ScriptEnd> {
  return enqueue(client, (wire) => wire.query(sql));
}

export interface SentPair {
  readonly first: Promise<ScriptEnd>;
  readonly second: Promise<ScriptEnd>;
}

/**
 * Sends two messages at once. The server answers the first before it reads the second, so that each is known when it is done, and goes on
 * without waiting for us. It also goes on when the first has failed: the second must see to that itself.
 */
export function sendPair(client: Client, first: string, second: string): SentPair {
  return {
    first: enqueue(client, (wire) => {
      wire.stream.cork();
      wire.query(first);
      wire.query(second);
      wire.stream.uncork();
    }),
    second: enqueue(client, () => {}),
  };
}

/** The interface of pg for queries of one's own, as pg-query-stream uses it. */
function enqueue(client: Client, submit: (wire: Wire) => void): Promise<ScriptEnd> {
  return new Promise((resolve) => {
    const commands: string[] = [];
    const rows: (string | null)[][] = [];
    client.query({
      submit,
      handleRowDescription: (): void => {},
      handleDataRow: ({ fields }: { fields: (string | null)[] }): void => {
        rows.push(fields);
      },
      handleCommandComplete: ({ text }: { text: string }): void => {
        commands.push(text);
      },
      handleEmptyQuery: (): void => {},
      handlePortalSuspended: (): void => {},
      handleCopyInResponse: (connection: { sendCopyFail: (reason: string) => void }): void => connection.sendCopyFail('no data'),
      handleCopyData: (): void => {},
      handleError: (error: unknown): void => resolve({ commands, rows, error }),
      handleReadyForQuery: (): void => resolve({ commands, rows, error: null }),
    });
  });
}
