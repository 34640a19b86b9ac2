import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { connect } from '../connect.ts';
import { pause, pauses } from '../pause.ts';
import { serverParameter } from '../server-parameters.ts';
import type { DatabaseSettings } from '../settings.ts';
import { type CopyPlace, templateName, templatePrefix, workName, workPrefix } from './copy-place.ts';
import { claimDatabase, copyDatabase, createDatabase, dropDatabase, listDatabases, releaseDatabase, renameDatabase } from './databases.ts';

/** How a database is made, and when two are the same. */
export interface CopyRecipe {
  /** All that decides what is in it, but for the server's version. */
  readonly key: string;
  /** Fills an empty database. Leaves no session open. */
  readonly build: (database: DatabaseSettings) => Promise<void>;
  /** False keeps nothing to be copied: for one that nobody will ask for again. */
  readonly kept?: boolean;
}

/** A database of one's own. */
export interface Copy {
  readonly settings: DatabaseSettings;
  /** True when it was built before. */
  readonly reused: boolean;
  /** Drops it, whoever is still connected. */
  readonly close: () => Promise<void>;
  /** Drops it, unless it was lent: then it is kept again. It must be as it was, and nobody connected. */
  readonly giveBack: () => Promise<void>;
}

export interface OpenCopyOptions {
  /** False leaves what killed processes have left to somebody else: for the second of many in a row. */
  readonly clears?: boolean;
  /**
   * True for work that leaves nothing changed: it gets the kept one itself, which saves the time of a copy. Who wants it meanwhile builds
   * another one.
   */
  readonly lent?: boolean;
}

/** How many are kept to be copied unless the place says: this branch's, the one before its last commit, another branch's. */
const KEPT = 3;

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;

/**
 * A database that is as the recipe makes it; an empty one without a recipe. What was built is kept on the server under the recipe's key, so that the
 * next one is a copy, whoever asks for it. Those who ask at once have databases of their own, of which one builds; what a killed process has
 * left is dropped by the next one.
 *
 * @throws DatabaseBusy; what the recipe throws; the server's error when it refuses to create a database
 */
export async function openCopy(
  place: CopyPlace,
  recipe: CopyRecipe | null,
  { clears = true, lent = false }: OpenCopyOptions = {},
): Promise<Copy> {
  const admin = await connect(place.admin, { anyEncoding: true });
  const name = workName(place, randomBytes(6).toString('hex'));
  const close = async () => {
    try {
      await dropDatabase(admin, name);
    } finally {
      await admin.end();
    }
  };
  try {
    if (clears) await dropAbandoned(admin, place);
    await claimDatabase(admin, name);
    const kept = recipe === null || recipe.kept === false ? null : { ...recipe, template: templateName(place, keyOf(admin, recipe)) };
    const reused = kept === null ? await make(admin, place, recipe, name) : await take(admin, place, kept, { name, lent });
    const giveBack = async () => {
      // Somebody may have built another one meanwhile, or cannot leave: then it goes like any other.
      if (lent && kept !== null) await renameDatabase(admin, name, kept.template).catch(() => false);
      await close();
    };
    return { settings: { ...place.admin, database: name }, reused, close, giveBack };
  } catch (error) {
    // What went wrong first is what matters.
    await close().catch(() => {});
    throw error;
  }
}

/** For nobody else. */
async function make(admin: Client, place: CopyPlace, recipe: CopyRecipe | null, name: string): Promise<false> {
  await createDatabase(admin, name);
  await recipe?.build({ ...place.admin, database: name });
  return false;
}

interface KeptRecipe extends CopyRecipe {
  /** The name of the database that is kept. */
  readonly template: string;
}

/** @returns whether it was there already */
async function take(
  admin: Client,
  place: CopyPlace,
  recipe: KeptRecipe,
  { name, lent }: { readonly name: string; readonly lent: boolean },
): Promise<boolean> {
  const { template } = recipe;
  const lengths = pauses(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
  let built = false;
  while (!(await (lent ? renameDatabase : copyDatabase)(admin, template, name))) {
    // Another may be building it; as one of too many it may be dropped again as soon as it is there.
    if (await claimDatabase(admin, template)) {
      built = true;
      await build(admin, place, recipe, template).finally(() => releaseDatabase(admin, template));
    } else await pause(lengths.next().value, undefined);
  }
  return !built;
}

/** Under a name of its own first: a kept one is whole, or not there. */
async function build(admin: Client, place: CopyPlace, recipe: CopyRecipe, template: string): Promise<void> {
  const draft = workName(place, randomBytes(6).toString('hex'));
  await claimDatabase(admin, draft);
  try {
    await createDatabase(admin, draft);
    await recipe.build({ ...place.admin, database: draft });
    // It may have been built between the look and the claim: then there is one too many, and ours goes.
    await renameDatabase(admin, draft, template);
  } finally {
    await dropDatabase(admin, draft);
    await releaseDatabase(admin, draft);
  }
  const kept = await listDatabases(admin, templatePrefix(place));
  for (const old of kept.filter((name) => name !== template).slice((place.kept ?? KEPT) - 1)) await dropDatabase(admin, old);
}

/** Those whose process is gone: nobody holds their lock any more. */
async function dropAbandoned(admin: Client, place: CopyPlace): Promise<void> {
  for (const name of await listDatabases(admin, workPrefix(place))) {
    if (!(await claimDatabase(admin, name))) continue;
    await dropDatabase(admin, name);
    await releaseDatabase(admin, name);
  }
}

function keyOf(admin: Client, recipe: CopyRecipe): string {
  const version = serverParameter(admin, 'server_version') ?? '';
  return createHash('sha256')
    .update(`${version}\n${admin.user ?? ''}\n${recipe.key}`)
    .digest('hex')
    .slice(0, 16);
}
