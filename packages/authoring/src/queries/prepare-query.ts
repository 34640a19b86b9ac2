import { type CodeFrame, frameAt } from '@godwit/diagnostics';
import { type Client, readServerError } from '@godwit/postgres';
import { originalOffset } from './original-offset.ts';
import type { Query } from './query-file.ts';

/** A column that a query returns, by what the protocol tells of it. */
export interface ResultField {
  readonly name: string;
  /** The oid of its type. */
  readonly dataTypeID: number;
}

/** Why a query does not prepare. */
export interface Refusal {
  /** The server's message. */
  readonly reason: string;
  /** Its detail and hint. */
  readonly details: readonly string[];
  /** The place in the file. */
  readonly frame: CodeFrame;
  readonly cause: unknown;
}

export type Prepared = { readonly kind: 'prepared'; readonly fields: readonly ResultField[] } | ({ readonly kind: 'refused' } & Refusal);

/**
 * Has the server parse a query and say what it returns, without running it. Not within a transaction, which a refusal would end.
 *
 * @throws what is not the server's opinion of the query: a lost connection
 */
export async function prepareQuery(client: Client, query: Query): Promise<Prepared> {
  try {
    return { kind: 'prepared', fields: await parse(client, query.statement) };
  } catch (error) {
    const server = readServerError(error);
    if (server === null || /^(?:57|08|53)/.test(server.sqlState)) throw error;
    // Counted in characters, which are UTF-16 code units here: see parseQueryFile.
    const position = (server.position ?? 1) - 1;
    return {
      kind: 'refused',
      reason: server.message,
      details: [server.detail, server.hint].filter((line) => line !== undefined),
      frame: frameAt(query.file, query.text, originalOffset(query, position)),
      cause: error,
    };
  }
}

interface Protocol {
  readonly parse: (query: { name: string; text: string; types: string[] }, more: boolean) => void;
  readonly describe: (message: { type: string; name: string }, more: boolean) => void;
  readonly sync: () => void;
}

/**
 * What `pg` calls on a query while its messages go to and fro; it has no way of its own to parse and not execute. Through the protocol and
 * not by PREPARE, so that the position of an error is one in the statement.
 */
function parse(client: Client, text: string): Promise<readonly ResultField[]> {
  return new Promise((resolve, reject) => {
    let fields: readonly ResultField[] = [];
    client.query({
      submit: (connection: Protocol): void => {
        connection.parse({ name: '', text, types: [] }, true);
        connection.describe({ type: 'S', name: '' }, true);
        connection.sync();
      },
      handleRowDescription: (message: { readonly fields: readonly ResultField[] }): void => {
        fields = message.fields;
      },
      handleReadyForQuery: (): void => resolve(fields),
      handleError: reject,
    });
  });
}
