import { type Catalog, compareCatalogs, type Difference, describeDifference, extractCatalog, narrowCatalog } from '@godwit/catalog';
import { readRole } from '@godwit/difference';
import type { Client } from '@godwit/postgres';
import { directedWay } from './directed-way.ts';
import type { Drift, DriftFinding } from './drift.ts';
import { extensionDrift } from './extension-drift.ts';
import { findWays } from './find-ways.ts';
import { covers, type IgnoreRule, siftDifferences } from './ignore-rule.ts';
import { ownerDrift } from './owner-drift.ts';

import { readVersions } from './read-versions.ts';
import { sequenceDrift } from './sequence-drift.ts';
import type { SideDrift } from './side-drift.ts';

export interface DriftOptions {
  /** The database in question. It is only read: in the caller's transaction when one is open, which then shows its own changes. */
  readonly live: Client;
  /** A database of its revisions, made for this: statements are tried on it and taken back. */
  readonly expected: Client;
  /** Whether both are on one server, with the same roles: else owners and grants say nothing. */
  readonly sameServer: boolean;
  readonly ignore: readonly IgnoreRule[];
}

/**
 * Where a live database differs from what its revisions make, and the SQL that leads out of it either way.
 *
 * @throws CatalogUnreadable, ServerTooOld, UnexpectedRow
 */
export async function findDrift(options: DriftOptions): Promise<Drift> {
  const { live, expected, sameServer, ignore } = options;
  const [before, after] = await Promise.all([extractCatalog(expected), extractCatalog(live)]);
  const scope = { owners: false, grants: sameServer };
  const structure = siftDifferences(
    compareCatalogs(narrowCatalog(before, scope), narrowCatalog(after, scope), { extensions: true }),
    ignore,
  );
  const owners = siftDifferences(sameServer ? ownerDrift({ live: after, expected: before, maker: await readRole(expected) }) : [], ignore);
  const { sides, unseen } = await findSides(options, after);
  const ways = structure.kept.length === 0 ? null : await findWays({ expected, live, grants: sameServer });
  const parts = { client: expected, live: after, expected: before, ways, structure, owners: owners.kept, sides, ignore };
  return {
    findings: [...[...structure.kept, ...owners.kept].map(findingOf), ...sides.map(sideFinding)],
    renames: ways?.renames ?? [],
    repair: await directedWay('repair', parts),
    adopt: await directedWay('adopt', parts),
    ignored: structure.ignored + owners.ignored,
    unseen: sameServer ? unseen : [...unseen, 'owners and grants: the two servers have different roles'],
    catalog: after,
  };
}

/** What no catalog holds. */
async function findSides({ live, expected, ignore }: DriftOptions, catalog: Catalog) {
  const sequences = await sequenceDrift(live);
  const extensions = extensionDrift(await readVersions(live), await readVersions(expected));
  const isMeant = ({ object }: SideDrift): boolean => {
    const known = catalog.objects[object] ?? null;
    return !ignore.some((rule) => covers(rule, { object, before: null, after: known }));
  };
  return { sides: [...extensions, ...sequences.findings].filter(isMeant), unseen: sequences.unseen };
}

function findingOf(difference: Difference): DriftFinding {
  return { kind: difference.kind, object: difference.object, words: describeDifference(difference) };
}

function sideFinding({ object, words }: SideDrift): DriftFinding {
  return { kind: 'changed', object, words: [words] };
}
