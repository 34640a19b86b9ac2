import { join, posix } from 'node:path';
import { parseQueryFile, type Query } from '@godwit/authoring';
import { type Backfill, listBackfills, loadBackfill } from '@godwit/backfill';

/** A backfill whose statements are typed. */
export interface OurBackfill {
  readonly backfill: Backfill;
  /** By path from the folder of the app: `backfills/shelf-fingerprints/work.sql`. */
  readonly statements: ReadonlyMap<string, Query>;
}

/**
 * All backfills, with every statement that the engine runs for them.
 *
 * @param shownAs the folder of the app as the user knows it
 * @throws UnreadableQueryFile, and what loading a backfill has to say
 */
export async function readOurBackfills(appFolder: string, shownAs = ''): Promise<readonly OurBackfill[]> {
  const root = join(appFolder, 'backfills');
  const backfills: OurBackfill[] = [];
  for (const name of listBackfills(root)) {
    const backfill = await loadBackfill(root, posix.join(shownAs, 'backfills'), name);
    backfills.push({ backfill, statements: await statementsOf(backfill) });
  }
  return backfills;
}

async function statementsOf({ name, work, workKeys, read, remaining, verify }: Backfill): Promise<ReadonlyMap<string, Query>> {
  const statements = new Map<string, Query>();
  for (const statement of [work, workKeys, read, remaining, verify]) {
    if (statement === null) continue;
    const path = `backfills/${name}/${posix.basename(statement.file)}`;
    for (const query of await parseQueryFile(statement.file, statement.text.replaceAll('\r\n', '\n'))) statements.set(path, query);
  }
  return statements;
}
