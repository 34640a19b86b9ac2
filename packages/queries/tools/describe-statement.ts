import { type Client, readSql } from '@godwit/postgres';
import type { Connection } from 'pg';

export interface ResultColumn {
  readonly name: string;
  /** As `regtype` writes it: `integer`, `numeric[]`. */
  readonly type: string;
}

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/**
 * Has the server parse a statement with `$1` parameters and say which columns it returns, without running it. Through the protocol and
 * not by PREPARE, so that the position of an error is one in the statement.
 *
 * @throws what the server has to say, a `DatabaseError`
 */
export async function describeStatement(client: Client, statement: string): Promise<readonly ResultColumn[]> {
  const { fields } = await parse(client, statement);
  const { rows } = await client.query<{ oid: bigint; type: string }>(readSql(import.meta.url, './sql/type-names.sql'), [
    fields.map(({ dataTypeID }) => dataTypeID),
  ]);
  return fields.map(({ name, dataTypeID }) => ({ name, type: rows.find(({ oid }) => oid === BigInt(dataTypeID))?.type ?? '' }));
}

/** What `pg` calls on a query while its messages go to and fro; it has no way of its own to parse and not execute. */
function parse(client: Client, text: string): Promise<RowDescription> {
  return new Promise((resolve, reject) => {
    let description: RowDescription = { fields: [] };
    client.query({
      submit: (connection: Connection) => {
        connection.parse({ name: '', text, types: [] }, true);
        connection.describe({ type: 'S', name: '' }, true);
        connection.sync();
      },
      handleRowDescription: (message: RowDescription) => {
        description = message;
      },
      handleReadyForQuery: () => resolve(description),
      handleError: reject,
    });
  });
}
