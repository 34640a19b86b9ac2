import * as v from 'valibot';
import type { CatalogReader } from './catalog-reader.ts';
import { CatalogUnreadable } from './errors/catalog-unreadable.ts';
import { othersSql, relationsSql } from './fingerprint-sql.ts';
import { readSchemas } from './read-schemas.ts';
import { inReadSession } from './read-session.ts';
import { readRelationVersions } from './relation-versions.ts';

const hashesSchema = v.array(v.object({ relation: v.string(), hash: v.string() }));
const othersSchema = v.object({ objects: v.string(), hash: v.string() });

/** What is known of a relation. */
interface Known {
  /** Of its rows in the system catalog. */
  readonly version: string;
  /** Of what it is described as. */
  readonly hash: bigint;
}

/**
 * Says again and again what a database looks like, in a word made by the server of the very rows of which `extractCatalog` makes a catalog. What
 * it costs depends on what has changed since the last time, not on how large the database is: only relations that a row of the system catalog
 * tells of are read again. To be compared only with other words of the same follower.
 *
 * The description of a relation may follow from another one (a view names columns), which is not read again when only that one changes. Two
 * words differ all the same, since that one's own description does.
 */
export class CatalogFollower {
  readonly #client: CatalogReader;
  readonly #known = new Map<string, Known>();

  constructor(client: CatalogReader) {
    this.#client = client;
  }

  /**
   * In the caller's transaction when one is open, which then shows its own uncommitted changes.
   *
   * @throws ServerTooOld, CatalogUnreadable
   */
  async look(): Promise<string> {
    return await inReadSession(this.#client, async () => {
      const schemas = await readSchemas(this.#client);
      await this.#follow(schemas);
      const others = v.parse(othersSchema, (await this.#ask(sql().others, [schemas]))[0]);
      const sum = [...this.#known.values()].reduce((total, { hash }) => total + hash, 0n);
      return `${others.objects} ${others.hash} ${sum}`;
    });
  }

  async #follow(schemas: readonly string[]): Promise<void> {
    const present = await readRelationVersions(this.#client);
    for (const relation of this.#known.keys()) if (!present.has(relation)) this.#known.delete(relation);
    const changed = [...present].filter(([relation, { version }]) => this.#known.get(relation)?.version !== version);
    if (changed.length === 0) return;
    const relations = changed.map(([relation]) => relation);
    const rows = v.parse(hashesSchema, await this.#ask(sql().relations, [schemas, relations]));
    const hashes = new Map(rows.map(({ relation, hash }) => [relation, BigInt(hash)]));
    // One that nothing is said of belongs to an extension, or to a schema that does not count.
    for (const [relation, { version }] of changed) this.#known.set(relation, { version, hash: hashes.get(relation) ?? 0n });
  }

  async #ask(text: string, values: unknown[]): Promise<readonly unknown[]> {
    try {
      return (await this.#client.query(text, values)).rows;
    } catch (error) {
      throw new CatalogUnreadable('fingerprint', error);
    }
  }
}

let texts: { readonly relations: string; readonly others: string } | undefined;

function sql() {
  texts ??= { relations: relationsSql(), others: othersSql() };
  return texts;
}
