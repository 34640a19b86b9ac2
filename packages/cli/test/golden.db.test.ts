import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { dropShadows } from './authoring-stage.ts';
import { runLine } from './golden-command.ts';
import { type GoldenCase, parseGolden, renderGolden } from './golden-file.ts';
import { withProject } from './project.ts';
import { stableText } from './stable-text.ts';

/** GODWIT_UPDATE_GOLDENS=1 writes what is printed now; read the difference before you commit it. */
const UPDATE = process.env.GODWIT_UPDATE_GOLDENS === '1';

const folder = join(import.meta.dirname, 'golden');

/** One that was given up would go on in the folder of the next. */
const LONGEST_MS = 300_000;

describe('what a person sees', () => {
  for (const file of globSync('*.txt', { cwd: folder }).toSorted()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const golden = parseGolden(text);
    const run = golden.realServer ? onRealServer(test) : test;
    run(
      basename(file, '.txt').replaceAll('-', ' '),
      async () => {
        const printed = golden.database ? await withQuickDatabase((database) => play(golden, database)) : await play(golden, null);
        const actual = renderGolden(golden, printed);
        if (UPDATE) writeFileSync(join(folder, file), actual);
        else expect(actual).toBe(text);
      },
      LONGEST_MS,
    );
  }
});

/** Commits do not wait for the disk: nobody pulls the plug here. */
function withQuickDatabase<T>(run: (database: TestDatabase) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    await database.client.query(`alter database ${database.settings.database} set synchronous_commit to off`);
    try {
      return await run(database);
    } finally {
      await dropShadows(database.settings.database);
    }
  });
}

function play(golden: GoldenCase, database: TestDatabase | null): Promise<string[]> {
  return withProject(golden, async (project) => {
    const stage = {
      project,
      client: database?.client ?? null,
      environment: database === null ? {} : { DATABASE_URL: database.url },
      columns: golden.columns,
    };
    const unstable = { folder: project.folder, database: database?.settings ?? null, width: golden.columns ?? 100 };
    const printed: string[] = [];
    for (const { line } of golden.commands) printed.push(stableText(await runLine(stage, line), unstable));
    return printed;
  });
}
