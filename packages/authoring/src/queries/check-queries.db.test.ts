import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { checkQueries } from './check-queries.ts';

async function withFiles<T>(files: Readonly<Record<string, string>>, run: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'godwit-queries-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    return await run(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('every query that the server refuses is listed with file, line, name and reason', async () => {
  const files = {
    'books.sql': '/* @name FindBook */\nselect title from books where id = :id!;\n\n/* @name Years */\nselect id,\n  year\nfrom books;\n',
    'fine.sql': '/* @name Fine @param ids -> (...) */\nselect id from books where id in :ids!;\n',
    'broken.sql': '/* @name Broken */\nselect 1;\nselect 2;\n',
    'ledger.sql': 'select 1 from somewhere_else',
  };
  await withFiles(files, async (root) => {
    await withDatabase(async ({ client }) => {
      await client.query('create table books (id int primary key, titel text)');
      expect(await checkQueries(client, { root, patterns: ['*.sql'] })).toMatchObject([
        { file: 'broken.sql', line: 3, name: null },
        {
          file: 'books.sql',
          line: 2,
          name: 'FindBook',
          reason: 'column "title" does not exist',
          details: [expect.stringContaining('books.titel')],
          frame: { column: 8 },
        },
        { file: 'books.sql', line: 6, name: 'Years', reason: 'column "year" does not exist', frame: { column: 3 } },
      ]);
      await client.query('alter table books rename titel to title; alter table books add year int');
      expect(await checkQueries(client, { root, patterns: ['{books,fine}.sql'] })).toEqual([]);
    });
  });
});

test('a connection that breaks is no opinion of a query', async () => {
  await withFiles({ 'a.sql': '/* @name One */\nselect 1 as one;\n' }, async (root) => {
    await withDatabase(async ({ connect }) => {
      const client = await connect();
      await client.end();
      await expect(checkQueries(client, { root, patterns: ['*.sql'] })).rejects.toThrow(/closed|terminated|not queryable/i);
    });
  });
});
