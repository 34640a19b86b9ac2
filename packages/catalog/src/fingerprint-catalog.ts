import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { askCatalog } from './ask-catalog.ts';
import type { CatalogReader } from './catalog-reader.ts';
import { namespaceSchema } from './catalog-row.ts';
import { CatalogUnreadable } from './errors/catalog-unreadable.ts';
import { TOOLS } from './extract-catalog.ts';
import { objectQueries } from './object-queries.ts';
import { inReadSession } from './read-session.ts';

const rowSchema = v.object({ objects: v.string(), hash: v.string() });

/**
 * A word for what a database looks like, made by the server of the very rows of which `extractCatalog` makes a catalog: for looking again and
 * again whether it is still, or again, the same. It takes a fraction of the time, and says nothing of what differs. To be compared only with
 * others of the same database on the same server.
 *
 * @throws ServerTooOld, CatalogUnreadable
 */
export async function fingerprintCatalog(client: CatalogReader): Promise<string> {
  return await inReadSession(client, async () => {
    const namespaces = v.parse(v.array(namespaceSchema), await askCatalog(client, 'namespaces', [TOOLS])).map(({ oid }) => oid);
    const { objects, hash } = v.parse(rowSchema, (await ask(client, [namespaces]))[0]);
    return `${objects} ${hash}`;
  });
}

async function ask(client: CatalogReader, values: unknown[]): Promise<readonly unknown[]> {
  try {
    return (await client.query(fingerprintSql(), values)).rows;
  } catch (error) {
    throw new CatalogUnreadable('fingerprint', error);
  }
}

let text: string | undefined;

/** The object identifiers in `key` join what belongs together, and are hashed no more than they are in a catalog. */
function fingerprintSql(): string {
  const sql = (name: string) => `(\n${readSql(import.meta.url, `./sql/${name}.sql`)}\n)`;
  const parts: Readonly<Record<string, () => string>> = {
    OBJECTS: () => objectQueries.map(sql).join('\nunion all\n'),
    COMMENTS: () => sql('comments'),
    GRANTS: () => sql('grants'),
  };
  text ??= readSql(import.meta.url, './sql/fingerprint.sql').replaceAll(
    /\b(?:OBJECTS|COMMENTS|GRANTS)\b/g,
    (word) => parts[word]?.() ?? word,
  );
  return text;
}
