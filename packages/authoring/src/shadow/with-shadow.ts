import { createHash, randomBytes } from 'node:crypto';
import { type Client, type DatabaseSettings, withClient } from '@godwit/postgres';
import { readServerVersion } from './server-version.ts';
import { claimDatabase, createDatabase, dropDatabase, listDatabases, releaseDatabase, renameDatabase } from './shadow-databases.ts';
import { type ShadowServer, templateName, templatePrefix, workName, workPrefix } from './shadow-server.ts';

/** How a shadow database is made, and when two are the same. */
export interface ShadowRecipe {
  /** All that decides what is in it, but for the server's version. */
  readonly key: string;
  /** Fills an empty database. Leaves no session open. */
  readonly build: (database: DatabaseSettings) => Promise<void>;
}

/** A database of one's own, dropped afterwards. */
export interface Shadow {
  readonly settings: DatabaseSettings;
  readonly sameServer: boolean;
  /** True when it is a copy of one that was built before. */
  readonly reused: boolean;
}

/** How many are kept to be copied: this branch's, the one before its last commit, another branch's. */
const KEPT = 3;

/**
 * Runs with a database that is as the recipe makes it. What was built is kept on the server under the recipe's key, so that the next command gets
 * a copy. Commands at the same time have databases of their own; those of a killed one are dropped by the next command.
 *
 * @throws ShadowBusy; what the recipe throws; the server's error when it refuses to create a database
 */
export function withShadow<T>(server: ShadowServer, recipe: ShadowRecipe, work: (shadow: Shadow) => Promise<T>): Promise<T> {
  return withClient(server.admin, async (admin) => {
    await dropAbandoned(admin, server);
    return await withWorkName(admin, server, async (name) => {
      const reused = await fill(admin, server, recipe, name);
      return await work({ settings: { ...server.admin, database: name }, sameServer: server.sameServer, reused });
    });
  });
}

/** The same without anything kept. */
export function withUnkeptShadow<T>(server: ShadowServer, { build }: ShadowRecipe, work: (shadow: Shadow) => Promise<T>): Promise<T> {
  return withEmptyShadow(server, async (shadow) => {
    await build(shadow.settings);
    return await work(shadow);
  });
}

/** An empty database. */
export function withEmptyShadow<T>(server: ShadowServer, work: (shadow: Shadow) => Promise<T>): Promise<T> {
  return withClient(server.admin, async (admin) => {
    await dropAbandoned(admin, server);
    return await withWorkName(admin, server, async (name) => {
      await createDatabase(admin, name);
      return await work({ settings: { ...server.admin, database: name }, sameServer: server.sameServer, reused: false });
    });
  });
}

/** @returns whether a kept one could be copied */
async function fill(admin: Client, server: ShadowServer, recipe: ShadowRecipe, name: string): Promise<boolean> {
  const template = templateName(server, await keyOf(admin, recipe));
  if (await createDatabase(admin, name, template)) return true;
  for (;;) {
    await build(admin, server, recipe, template);
    // Another branch's command may drop it meanwhile, as one of too many.
    if (await createDatabase(admin, name, template)) return false;
  }
}

/** Under a name of its own first: a kept one is whole, or not there. */
async function build(admin: Client, server: ShadowServer, recipe: ShadowRecipe, template: string): Promise<void> {
  await withWorkName(admin, server, async (draft) => {
    await createDatabase(admin, draft);
    await recipe.build({ ...server.admin, database: draft });
    // Another command may have built the same one meanwhile: then there is one too many, and ours goes.
    await renameDatabase(admin, draft, template);
  });
  const kept = await listDatabases(admin, templatePrefix(server));
  for (const old of kept.filter((name) => name !== template).slice(KEPT - 1)) await dropDatabase(admin, old);
}

/** Runs with a free name that nobody takes for abandoned, and drops what has been created under it. */
async function withWorkName<T>(admin: Client, server: ShadowServer, work: (name: string) => Promise<T>): Promise<T> {
  const name = workName(server, randomBytes(6).toString('hex'));
  await claimDatabase(admin, name);
  try {
    return await work(name);
  } finally {
    await dropDatabase(admin, name);
    await releaseDatabase(admin, name);
  }
}

/** Those whose command is gone: nobody holds their lock any more. */
async function dropAbandoned(admin: Client, server: ShadowServer): Promise<void> {
  for (const name of await listDatabases(admin, workPrefix(server))) {
    if (!(await claimDatabase(admin, name))) continue;
    await dropDatabase(admin, name);
    await releaseDatabase(admin, name);
  }
}

async function keyOf(admin: Client, recipe: ShadowRecipe): Promise<string> {
  const version = await readServerVersion(admin);
  return createHash('sha256').update(`${version}\n${recipe.key}`).digest('hex').slice(0, 16);
}
