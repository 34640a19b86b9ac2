import { emptyFacts } from '../engine/empty-facts.ts';
import type { SchemaSnapshot } from '../schema-snapshot.ts';

/** What a new database on the same server looks like: nothing but the schema `public`, and the roles. */
export function emptyOf(snapshot: SchemaSnapshot): SchemaSnapshot {
  const { catalog, facts } = snapshot;
  const objects = Object.fromEntries(Object.entries(catalog.objects).filter(([id]) => id === 'schema public'));
  return { ...snapshot, catalog: { ...catalog, objects, extensions: {} }, facts: emptyFacts(facts), identities: [] };
}
