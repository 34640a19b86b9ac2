import { type CopyInUse, type CopyRecipe, type OpenCopyOptions, withCopy } from '@godwit/postgres';
import type { ShadowServer } from './shadow-server.ts';

/** A database of one's own, dropped afterwards. */
export interface Shadow extends CopyInUse {
  readonly sameServer: boolean;
}

/**
 * Runs with a database that is as the recipe makes it. What was built is kept on the server under the recipe's key, so that the next command gets
 * a copy. Commands at the same time have databases of their own; those of a killed one are dropped by the next command.
 *
 * @throws DatabaseBusy; what the recipe throws; the server's error when it refuses to create a database
 */
export function withShadow<T>(
  server: ShadowServer,
  recipe: CopyRecipe,
  work: (shadow: Shadow) => Promise<T>,
  options: Pick<OpenCopyOptions, 'lent'> = {},
): Promise<T> {
  return withCopy(server, recipe, (copy) => work({ ...copy, sameServer: server.sameServer }), options);
}

/** An empty database. */
export function withEmptyShadow<T>(server: ShadowServer, work: (shadow: Shadow) => Promise<T>): Promise<T> {
  return withCopy(server, null, (copy) => work({ ...copy, sameServer: server.sameServer }));
}
