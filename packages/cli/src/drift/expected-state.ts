import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExpectedState } from '@godwit/drift';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import { loadDrift } from '../session/load-drift.ts';

/** What is expected, and on which server it was built. */
export interface BuiltState {
  readonly state: ExpectedState;
  /** As `describeServer` says it. */
  readonly server: string;
}

const keptSchema = v.object({ key: v.string(), server: v.string(), state: v.unknown() });

/**
 * What a revision makes is always the same: it is built once and kept in `.godwit/`, as long as what decides it is the same. What cannot be
 * read or written there is built again.
 *
 * @param facts all that decides it: the revision, the settings, the version of the server
 */
export async function keptState(context: CommandContext, facts: readonly unknown[], build: () => Promise<BuiltState>): Promise<BuiltState> {
  const { parseExpected } = await loadDrift();
  const path = join(context.config().root, '.godwit', 'expected.json');
  const key = createHash('sha256')
    .update(JSON.stringify([context.version, ...facts]))
    .digest('hex');
  try {
    const kept = v.parse(keptSchema, JSON.parse(await readFile(path, 'utf8')));
    if (kept.key === key) return { state: parseExpected(kept.state), server: kept.server };
  } catch {
    // Not there, of another version, cut off by a full disk.
  }
  const built = await build();
  await keep(path, JSON.stringify({ key, ...built })).catch(() => undefined);
  return built;
}

/** Another process sees the old file or the new one. */
async function keep(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const written = `${path}.${process.pid}`;
  await writeFile(written, text);
  await rename(written, path);
}
