import { type Catalog, compareCatalogs, type Difference, describeDifference, extractCatalog, narrowCatalog } from '@godwit/catalog';
import { takeSnapshot } from '@godwit/difference';
import type { Client } from '@godwit/postgres';
import { directedWay } from './directed-way.ts';
import type { Drift, DriftFinding } from './drift.ts';
import type { ExpectedState } from './expected-state.ts';
import { extensionDrift } from './extension-drift.ts';
import { findWays, type Ways } from './find-ways.ts';
import { covers, type IgnoreRule, siftDifferences } from './ignore-rule.ts';
import { ownerDrift } from './owner-drift.ts';
import { readVersions } from './read-versions.ts';
import type { Direction } from './renames-in.ts';
import { sequenceDrift } from './sequence-drift.ts';
import type { SideDrift } from './side-drift.ts';

export interface DriftOptions {
  /** The database in question. It is only read: in the caller's transaction when one is open, which then shows its own changes. */
  readonly live: Client;
  readonly expected: ExpectedState;
  /** Runs with a database that looks so, made for this: statements are tried on it and taken back. Asked for when the schemas differ. */
  readonly withExpected: <T>(work: (client: Client) => Promise<T>) => Promise<T>;
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
  const { live: client, expected, sameServer, ignore } = options;
  const live = await extractCatalog(client);
  const scope = { owners: false, grants: sameServer };
  const narrow = (catalog: Catalog) => narrowCatalog(catalog, scope);
  const structure = siftDifferences(compareCatalogs(narrow(expected.catalog), narrow(live), { extensions: true }), ignore);
  const owners = siftDifferences(sameServer ? ownerDrift({ live, expected: expected.catalog, maker: expected.maker }) : [], ignore);
  const { sides, unseen } = await findSides(options, live);
  const parts = { live, expected: expected.catalog, structure, owners: owners.kept, sides, ignore };
  const leadOut = async (other: Client | null, ways: Ways | null) => {
    const along = (direction: Direction) => directedWay(direction, { ...parts, client: other, ways });
    return { renames: ways?.renames ?? [], repair: await along('repair'), adopt: await along('adopt') };
  };
  return {
    findings: [...[...structure.kept, ...owners.kept].map(findingOf), ...sides.map(sideFinding)],
    ...(structure.kept.length === 0 ? await leadOut(null, null) : await withWays(options, live, leadOut)),
    ignored: structure.ignored + owners.ignored,
    unseen: sameServer ? unseen : [...unseen, 'owners and grants: the two servers have different roles'],
    catalog: live,
  };
}

/** The live database is read while the other one is being made. */
async function withWays<T>(
  { live, expected, withExpected, sameServer }: DriftOptions,
  catalog: Catalog,
  work: (other: Client, ways: Ways) => Promise<T>,
): Promise<T> {
  const snapshot = takeSnapshot(live, { catalog });
  // Whoever waits for it is told.
  snapshot.catch(() => {});
  return await withExpected(async (other) =>
    work(other, await findWays({ expected: other, catalog: expected.catalog, live: await snapshot, grants: sameServer })),
  );
}

/** What no catalog holds. */
async function findSides({ live, expected, ignore }: DriftOptions, catalog: Catalog) {
  const sequences = await sequenceDrift(live);
  const extensions = extensionDrift(await readVersions(live), expected.versions);
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
