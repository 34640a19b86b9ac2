import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runTool } from '../testing/run-tool.ts';
import { query, useServer } from '../testing/use-server.ts';

const embedded = useServer();
const cli = fileURLToPath(import.meta.resolve('@pgtyped/cli/index.js'));

test('pgtyped generates types from annotated SQL', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-pgtyped-'));
  try {
    await embedded.withDatabase(async ({ url }) => {
      await query(
        url,
        "create type mood as enum ('sad', 'glad'); create table person (id int generated always as identity, name text not null, mood mood)",
      );
      await writeFile(
        join(folder, 'people.sql'),
        '/* @name PeopleInMood */\nselect id, name, mood from person where mood = :mood! order by id;\n',
      );
      await writeFile(
        join(folder, 'config.json'),
        JSON.stringify({
          srcDir: folder,
          failOnError: true,
          dbUrl: url,
          transforms: [{ mode: 'sql', include: '*.sql', emitTemplate: '{{name}}.types.ts' }],
        }),
      );
      const { status, output } = await runTool(process.execPath, [cli, '-c', join(folder, 'config.json')], { cwd: folder });
      expect(`${status} ${status === 0 ? '' : output}`).toBe('0 ');

      const types = await readFile(join(folder, 'people.types.ts'), 'utf8');
      expect(types).toContain("export type mood = 'glad' | 'sad';");
      expect(types).toMatch(/IPeopleInMoodResult \{\s+id: number;\s+mood: mood \| null;\s+name: string;/);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
