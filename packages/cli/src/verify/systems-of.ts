import type { Placeholders, Revision, RevisionHash } from '@godwit/history';
import { touchedByRevisions } from '@godwit/migrator';

export interface SystemsOptions {
  /** Names of schemas. */
  readonly systems: readonly string[];
  readonly placeholders: Placeholders;
}

/** To which of the systems each revision belongs, by the schemas of what it changes: `shelf`, `shelf and verse`, or null. */
export async function systemsOf(
  path: readonly Revision[],
  { systems, placeholders }: SystemsOptions,
): Promise<ReadonlyMap<RevisionHash, string | null>> {
  const touched = await touchedByRevisions(path, placeholders);
  return new Map(
    path.map(({ hash }) => {
      const changed = (touched.get(hash)?.objects ?? []).filter(({ kind }) => kind === 'changes' || kind === 'adds');
      const schemas = new Set(changed.map(({ object }) => (object.kind === 'schema' ? object.name : object.schema)));
      return [hash, systems.filter((system) => schemas.has(system)).join(' and ') || null];
    }),
  );
}
