import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Client, describeServerError } from '@godwit/postgres';
import { SeedFailed } from '../errors.ts';

/** Rows that are in every database of a template. */
export type Seed =
  /** A file of SQL, relative to the project. */
  | string
  /** Rows that code loads. */
  | {
      /** Another key is another template: a digest of the rows, or a name that changes with them. */
      readonly key: string;
      readonly load: (client: Client) => Promise<void>;
    };

export interface LoadedSeed {
  /** All that decides which rows those are. */
  readonly key: readonly string[];
  readonly load: (client: Client) => Promise<void>;
}

/** @throws SeedFailed when the file cannot be read, and from `load` when the server refuses it */
export async function openSeed(seed: Seed, root: string): Promise<LoadedSeed> {
  if (typeof seed !== 'string') return { key: ['code', seed.key], load: seed.load };
  const path = resolve(root, seed);
  const sql = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new SeedFailed(seed, error, null);
  });
  return {
    key: ['file', basename(path), sql],
    load: async (client) => {
      try {
        await client.query(sql);
      } catch (error) {
        throw new SeedFailed(seed, error, describeServerError(error, { sql, file: seed, bodyLine: 1 }));
      }
    },
  };
}
