import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles } from './find-files.ts';

const root = mkdtempSync(join(tmpdir(), 'godwit-find-'));
const FILES = ['a.sql', 'src/a.sql', 'src/b.ts', 'src/x/c.sql', 'src/x/y/d.sql', 'src/x,y.sql', 'src/a+b(1).sql'];

beforeAll(() => {
  for (const file of [...FILES, 'src/node_modules/p/e.sql', 'src/.git/f.sql']) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
});
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  [['src/*.sql'], ['src/a+b(1).sql', 'src/a.sql', 'src/x,y.sql']],
  [['src/**/*.sql'], ['src/a+b(1).sql', 'src/a.sql', 'src/x,y.sql', 'src/x/c.sql', 'src/x/y/d.sql']],
  [['**/{c,d}.sql'], ['src/x/c.sql', 'src/x/y/d.sql']],
  [['src/x,?.sql'], ['src/x,y.sql']],
  [['src/a+b(1).*'], ['src/a+b(1).sql']],
  [['src/**'], ['src/a+b(1).sql', 'src/a.sql', 'src/b.ts', 'src/x,y.sql', 'src/x/c.sql', 'src/x/y/d.sql']],
  [['a.sql', './a.sql', 'src/../*.sql'], ['a.sql']],
  [['gone/**/*.sql', 'gone.sql', 'a.sql/*.sql'], []],
  [['src/node_modules/**/*.sql'], ['src/node_modules/p/e.sql']],
])('%j', (patterns, found) => {
  expect(findFiles(root, patterns)).toEqual(found);
});
