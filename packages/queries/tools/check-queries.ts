import { prepareQuery, type Query } from '@godwit/authoring';
import { frameAt } from '@godwit/diagnostics';
import { type Client, readSql } from '@godwit/postgres';
import { AT_HEAD, QueryDoesNotPrepare, type Schema, UntypedColumn } from './errors.ts';
import { isTyped } from './types-overrides.ts';

/**
 * Has the server parse every query. pgtyped by itself reports a broken query without its file and line, and a type that it does not know
 * becomes `unknown`.
 *
 * @throws QueryDoesNotPrepare, UntypedColumn for the first that is wrong
 */
export async function checkQueries(client: Client, queries: readonly Query[], schema: Schema = AT_HEAD): Promise<void> {
  for (const query of queries) {
    const prepared = await prepareQuery(client, query);
    if (prepared.kind === 'refused') throw new QueryDoesNotPrepare({ query: query.name, schema, ...prepared });
    const types = await typeNames(
      client,
      prepared.fields.map(({ dataTypeID }) => dataTypeID),
    );
    for (const { name, dataTypeID } of prepared.fields) {
      const type = types.get(dataTypeID) ?? '';
      if (isTyped(type)) continue;
      throw new UntypedColumn({ query: query.name, column: name, type, frame: frameAt(query.file, query.text, query.offset) });
    }
  }
}

/** As `regtype` writes them: `integer`, `numeric[]`. */
async function typeNames(client: Client, oids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ oid: bigint; type: string }>(readSql(import.meta.url, './sql/type-names.sql'), [oids]);
  return new Map(rows.map(({ oid, type }) => [Number(oid), type]));
}
