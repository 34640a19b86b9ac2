import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TestDatabase } from '@godwit/postgres/testing';
import type { TestHistory } from './history-of.ts';
import { withFolder } from './write-folder.ts';

/** Migrates with graphile-migrate 1.4.1 itself. @throws Error with what it said */
export async function graphile(database: TestDatabase, of: TestHistory): Promise<void> {
  await withFolder(of, async (folder) => {
    const child = fork(new URL('./graphile-process.ts', import.meta.url), [database.url, folder], { silent: true });
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(said);
  });
}
