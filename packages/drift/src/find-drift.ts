import { type Catalog, compareCatalogs, type Difference, describeDifference, extractCatalog, narrowCatalog } from '@godwit/catalog';
import { takeSnapshot } from '@godwit/difference';
import type { Client } from '@godwit/postgres';
import { directedWay } from './directed-way.ts';
import type { Drift, DriftFinding, SeenDrift } from './drift.ts';
import type { ExpectedState } from './expected-state.ts';
import { extensionDrift } from './extension-drift.ts';
import { findWays, type Ways } from './find-ways.ts';
import { covers, type IgnoreRule, siftDifferences } from './ignore-rule.ts';
import { ownerDrift } from './owner-drift.ts';
import { readVersions } from './read-versions.ts';
import type { Direction } from './renames-in.ts';
import { sequenceDrift } from './sequence-drift.ts';
import type { SideDrift } from './side-drift.ts';

export interface SeeDriftOptions {
  /** The database in question. It is only read: in the caller's transaction when one is open, which then shows its own changes. */
  readonly live: Client;
  readonly expected: ExpectedState;
  /** Whether both are on one server, with the same roles: else owners and grants say nothing. */
  readonly sameServer: boolean;
  readonly ignore: readonly IgnoreRule[];
}

export interface DriftOptions extends SeeDriftOptions {
  /** Runs with a database that looks so, made for this: statements are tried on it and taken back. Asked for when the schemas differ. */
  readonly withExpected: <T>(work: (client: Client) => Promise<T>) => Promise<T>;
}

/**
 * Where a live database differs from what its revisions make. Nothing but the live database is asked.
 *
 * @throws CatalogUnreadable, ServerTooOld, UnexpectedRow
 */
export async function seeDrift(options: SeeDriftOptions): Promise<SeenDrift> {
  return seenOf(await compareSides(options));
}

/**
 * The same with the SQL that leads out of it either way.
 *
 * @throws CatalogUnreadable, ServerTooOld, UnexpectedRow
 */
export async function findDrift(options: DriftOptions): Promise<Drift> {
  const { expected, ignore } = options;
  const compared = await compareSides(options);
  const { live, structure, owners, sides } = compared;
  const parts = { live, expected: expected.catalog, structure, owners: owners.kept, sides, ignore };
  const leadOut = async (other: Client | null, ways: Ways | null) => {
    const along = (direction: Direction) => directedWay(direction, { ...parts, client: other, ways });
    return { renames: ways?.renames ?? [], repair: await along('repair'), adopt: await along('adopt') };
  };
  return { ...seenOf(compared), ...(structure.kept.length === 0 ? await leadOut(null, null) : await withWays(options, live, leadOut)) };
}

type Compared = Awaited<ReturnType<typeof compareSides>>;

async function compareSides(options: SeeDriftOptions) {
  const { live: client, expected, sameServer, ignore } = options;
  const live = await extractCatalog(client);
  const scope = { owners: false, grants: sameServer };
  const narrow = (catalog: Catalog) => narrowCatalog(catalog, scope);
  const structure = siftDifferences(compareCatalogs(narrow(expected.catalog), narrow(live), { extensions: true }), ignore);
  const owners = siftDifferences(sameServer ? ownerDrift({ live, expected: expected.catalog, maker: expected.maker }) : [], ignore);
  return { live, structure, owners, sameServer, ...(await findSides(options, live)) };
}

function seenOf({ live, structure, owners, sides, unseen, sameServer }: Compared): SeenDrift {
  return {
    findings: [...[...structure.kept, ...owners.kept].map(findingOf), ...sides.map(sideFinding)],
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
  const narrow = (whole: Catalog) => narrowCatalog(whole, { owners: false, grants: sameServer });
  const snapshot = takeSnapshot(live, { catalog: narrow(catalog) });
  // Whoever waits for it is told.
  snapshot.catch(() => {});
  return await withExpected(async (other) =>
    work(other, await findWays({ expected: other, catalog: narrow(expected.catalog), live: snapshot, grants: sameServer })),
  );
}

/** What no catalog holds. */
async function findSides({ live, expected, ignore }: SeeDriftOptions, catalog: Catalog) {
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
