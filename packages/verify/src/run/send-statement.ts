import type { Client } from '@godwit/postgres';
import * as v from 'valibot';

/** What a statement gave, its values as the server writes them. */
export interface TextRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

const TextRows = v.object({
  fields: v.array(v.object({ name: v.string() })),
  rows: v.array(v.array(v.nullable(v.string()))),
});

const AS_TEXT = { getTypeParser: () => (value: unknown) => value };

/** Sends one statement. @throws the server's error, or what broke the connection */
export async function sendStatement(client: Client, text: string): Promise<TextRows> {
  const result = await client.query({ text, rowMode: 'array', types: AS_TEXT });
  const { fields, rows } = v.parse(TextRows, result);
  return { columns: fields.map(({ name }) => name), rows };
}
