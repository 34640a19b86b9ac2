import { CatalogFollower } from './catalog-follower.ts';
import type { CatalogReader } from './catalog-reader.ts';

/**
 * A word for what a database looks like: for looking once whether it is still, or again, the same. It takes a fraction of the time of
 * `extractCatalog`, and says nothing of what differs. To be compared only with others of the same database on the same server; who looks
 * again and again follows it with a `CatalogFollower`.
 *
 * @throws ServerTooOld, CatalogUnreadable
 */
export function fingerprintCatalog(client: CatalogReader): Promise<string> {
  return new CatalogFollower(client).look();
}
