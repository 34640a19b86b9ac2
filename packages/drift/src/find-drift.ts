import {
  type Catalog,
  compareCatalogs,
  type Difference,
  describeDifference,
  extractCatalog,
  narrowCatalog,
  readsAgain,
  shareObjects,
} from '@godwit/catalog';
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
import { sequenceDrift } from './sequence-drift.ts';
import type { SideDrift } from './side-drift.ts';
import type { TrialDatabase } from './trial-database.ts';

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
  const compared = await compareStructure(options);
  return seenOf(options, compared, await findSides(options, compared.live));
}

/**
 * The same with the SQL that leads out of it either way.
 *
 * @throws CatalogUnreadable, ServerTooOld, UnexpectedRow
 */
export async function findDrift(options: DriftOptions): Promise<Drift> {
  const { expected, ignore } = options;
  const compared = await compareStructure(options);
  const { live, structure, owners } = compared;
  const leadOut = async ({ trial, ways, found }: LedOut): Promise<Drift> => {
    const parts = { live, expected: expected.catalog, structure, owners: owners.kept, sides: found.sides, ignore, trial, ways };
    const seen = seenOf(options, compared, found);
    return { ...seen, renames: ways?.renames ?? [], repair: await directedWay('repair', parts), adopt: await directedWay('adopt', parts) };
  };
  if (structure.kept.length > 0) return await withWays(options, compared, leadOut);
  return await leadOut({ trial: null, ways: null, found: await findSides(options, live) });
}

/** What the ways out are made of. */
interface LedOut {
  readonly trial: TrialDatabase | null;
  readonly ways: Ways | null;
  readonly found: FoundSides;
}

type Compared = Awaited<ReturnType<typeof compareStructure>>;

async function compareStructure({ live: client, expected, sameServer, ignore }: SeeDriftOptions) {
  const live = await extractCatalog(client);
  const scope = { owners: false, grants: sameServer };
  const before = narrowCatalog(expected.catalog, scope);
  const after = shareObjects(narrowCatalog(live, scope), before);
  const structure = siftDifferences(compareCatalogs(before, after, { extensions: true }), ignore);
  const owners = siftDifferences(sameServer ? ownerDrift({ live, expected: expected.catalog, maker: expected.maker }) : [], ignore);
  return { live, scope, before, after, structure, owners };
}

function seenOf({ sameServer }: SeeDriftOptions, { live, structure, owners }: Compared, { sides, unseen }: FoundSides): SeenDrift {
  return {
    findings: [...[...structure.kept, ...owners.kept].map(findingOf), ...sides.map(sideFinding)],
    ignored: structure.ignored + owners.ignored,
    unseen: sameServer ? unseen : [...unseen, 'owners and grants: the two servers have different roles'],
    catalog: live,
  };
}

/** The live database is read while the other one is being made, and what no catalog holds while statements are tried there. */
async function withWays<T>(
  options: DriftOptions,
  { live: whole, scope, before, after }: Compared,
  work: (out: LedOut) => Promise<T>,
): Promise<T> {
  const snapshot = takeSnapshot(options.live, { catalog: after, identities: false });
  const looking = snapshot.then(() => findSides(options, whole));
  // Whoever waits for them is told.
  for (const reading of [snapshot, looking]) reading.catch(() => {});
  return await options.withExpected(async (client) => {
    const trial = { client, readAgain: await readsAgain(client, { known: before, ...scope }) };
    const ways = await findWays({ trial, catalog: before, live: snapshot, grants: scope.grants });
    return await work({ trial, ways, found: await looking });
  });
}

type FoundSides = Awaited<ReturnType<typeof findSides>>;

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
