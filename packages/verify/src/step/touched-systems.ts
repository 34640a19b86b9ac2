import type { Placeholders, Revision, RevisionHash } from '@godwit/history';
import { type TouchedBy, touchedByRevisions } from '@godwit/migrator';

/** Which systems a revision is about. */
export interface TouchedSystems {
  /** Those whose schema it changes something in, in the order in which they were given. */
  readonly named: readonly string[];
  /** True when it may change something in others too: code, a name without a schema. */
  readonly anything: boolean;
}

export interface TouchedSystemsOptions {
  /** Names of schemas. */
  readonly systems: readonly string[];
  readonly placeholders: Placeholders;
}

/** What a schema cannot tell: these are in none, or nobody's. */
const WITHOUT_SCHEMA = ['extension', 'role', 'schema'];

/**
 * The systems of each revision, by the schemas of what its SQL changes.
 *
 * @param revisions the whole line of history: an index that one of them drops is found among those that the others make
 */
export async function touchedSystems(
  revisions: readonly Revision[],
  { systems, placeholders }: TouchedSystemsOptions,
): Promise<ReadonlyMap<RevisionHash, TouchedSystems>> {
  const touched = await touchedByRevisions(revisions, placeholders);
  return new Map(
    [...touched].map(([hash, { objects, anything }]) => {
      const changed = objects.filter(({ kind }) => kind === 'changes' || kind === 'adds');
      const schemas = new Set(changed.map(schemaOf));
      const unclear = changed.some((one) => schemaOf(one) === null && !WITHOUT_SCHEMA.includes(one.object.kind));
      return [hash, { named: systems.filter((system) => schemas.has(system)), anything: anything !== null || unclear }];
    }),
  );
}

function schemaOf({ object: { kind, name, schema } }: TouchedBy): string | null {
  return kind === 'schema' ? name : schema;
}
