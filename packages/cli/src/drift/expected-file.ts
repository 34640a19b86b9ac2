import { readFile, writeFile } from 'node:fs/promises';
import type { ExpectedState } from '@godwit/drift';
import { type Client, serverVersion } from '@godwit/postgres';
import * as v from 'valibot';
import { loadDrift } from '../session/load-drift.ts';
import { ExpectedUnreadable, ExpectedUnwritable } from './errors.ts';

/** What a revision makes, to be compared with where nothing can be built: in an image, by a role that may only read. */
export interface ExpectedFile {
  readonly revision: string;
  /** Of that revision, which stands for all before it. */
  readonly hash: string;
  /** The server on which it was built: `17`. */
  readonly major: number;
  readonly state: ExpectedState;
}

const fileSchema = v.object({ godwit: v.literal(1), revision: v.string(), hash: v.string(), major: v.number(), state: v.unknown() });

/** @throws ExpectedUnwritable */
export async function writeExpected(path: string, shown: string, file: ExpectedFile): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify({ godwit: 1, ...file })}\n`);
  } catch (error) {
    throw new ExpectedUnwritable(shown, error);
  }
}

/** @throws ExpectedUnreadable */
export async function readExpectedFile(path: string, shown: string): Promise<ExpectedFile> {
  const { parseExpected } = await loadDrift();
  try {
    const { godwit: _, state, ...file } = v.parse(fileSchema, JSON.parse(await readFile(path, 'utf8')));
    return { ...file, state: parseExpected(state) };
  } catch (error) {
    throw new ExpectedUnreadable(shown, error);
  }
}

export function majorOf(client: Client): number {
  return Math.floor(serverVersion(client) / 10_000);
}
