import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSound, readHistory } from '@godwit/history';
import { expect, test } from 'vitest';
import { writeProject } from './write-project.ts';

test('the history is sound, has four statements a revision, and is the same each time', async () => {
  const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'godwit-bench-'))));
  try {
    const [first, second] = await Promise.all(folders.map((folder) => writeProject(folder, 12)));
    const history = await readHistory(join(first?.folder ?? '', 'migrations'));
    assertSound(history);
    expect(history.revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const { body } of history.revisions) expect(body.match(/;$/gm)).toHaveLength(4);
    const texts = ({ files }: { files: readonly string[] }) => Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(await texts(first ?? { files: [] })).toEqual(await texts(second ?? { files: ['missing'] }));
    expect(await readdir(join(first?.folder ?? '', 'migrations', 'committed'))).toHaveLength(12);
  } finally {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  }
});
