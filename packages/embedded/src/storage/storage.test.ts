import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runTool } from '../testing/run-tool.ts';
import { DatabaseFiles } from './database-files.ts';
import { lockDirectory } from './directory-lock.ts';
import { Registry } from './registry.ts';
import { defaultCacheDirectory, ensureTemplate } from './template.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'godwit-storage-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('the registry survives, and gives no number twice', async () => {
  const registry = await Registry.open(folder, () => null);
  const [first, second] = [registry.takeId(), registry.takeId()];
  await registry.replace('b', { name: 'b', id: first, catalogName: 'postgres' });
  await registry.replace('a', { name: 'a', id: second, catalogName: 'a' });
  const { version } = registry;
  await registry.replace('b', { name: 'b', id: first, catalogName: 'b' });
  expect(registry.version).toBe(version);
  await registry.replace('b', { name: 'c', id: first, catalogName: 'b' });
  expect(registry.version).not.toBe(version);
  const again = await Registry.open(folder, () => null);
  expect(again.list().map(({ name }) => name)).toEqual(['a', 'c']);
  expect(again.takeId()).toBeGreaterThan(second);
  await again.replace('c', null);
  expect((await Registry.open(folder, () => null)).get('c')).toBeUndefined();
});

test.each(['nothing', '[]', '{"postgres":"18","nextId":1,"databases":[{"name":"a"}]}'])(
  'a registry that says %j is refused',
  async (content) => {
    await writeFile(join(folder, 'databases.json'), content);
    await expect(Registry.open(folder, () => null)).rejects.toThrow(SyntaxError);
  },
);

test('directories that are no databases are removed at the start', async () => {
  await mkdir(join(folder, 'base', '16390', 'global'), { recursive: true });
  await mkdir(join(folder, 'base', '16384'), { recursive: true });
  await (await Registry.open(folder, () => null)).replace('a', { name: 'a', id: 16_384, catalogName: 'a' });
  await DatabaseFiles.open(folder, 'template', { isInPlace: () => true });
  expect(await readdir(join(folder, 'base'))).toEqual(['16384']);
});

test('a directory is locked against this process and others, until it is released or its process dies', async () => {
  const elsewhere = async (): Promise<string> => {
    const code = `import { lockDirectory } from '${new URL('./directory-lock.ts', import.meta.url).href}'; console.log(lockDirectory(${JSON.stringify(folder)}) !== null)`;
    return (await runTool(process.execPath, ['--input-type=module', '-e', code], {})).output.trim();
  };
  const lock = lockDirectory(folder);
  expect(lock).not.toBeNull();
  expect(lockDirectory(folder)).toBeNull();
  expect(await elsewhere()).toBe('false');
  lock?.release();
  expect(await elsewhere()).toBe('true');
  expect(await elsewhere()).toBe('true');
});

test('a lock knows whether its directory is still there: one that was made again in its place is another', async () => {
  const place = join(folder, 'place');
  await mkdir(place);
  const lock = lockDirectory(place);
  expect(lock?.isInPlace()).toBe(true);
  await rm(place, { recursive: true });
  expect(lock?.isInPlace()).toBe(false);
  await mkdir(place);
  const next = lockDirectory(place);
  expect(lock?.isInPlace()).toBe(false);
  expect(next?.isInPlace()).toBe(true);
  lock?.release();
  next?.release();
});

test('the template is made once, by whoever comes first, and is whole', async () => {
  const cache = join(folder, 'cache');
  const paths = await Promise.all([ensureTemplate(cache, folder), ensureTemplate(cache, folder)]);
  expect(new Set(paths).size).toBe(1);
  expect(await readdir(cache)).toHaveLength(1);
  expect(await readFile(join(String(paths[0]), 'PG_VERSION'), 'utf8')).toBe('18\n');
  expect(await readdir(join(String(paths[0]), 'base'))).toEqual(['5']);
});

test('where the cache cannot be written, the template goes beside the databases', async () => {
  const cache = join(folder, 'file');
  await writeFile(cache, '');
  const path = await ensureTemplate(cache, folder);
  expect(path.startsWith(folder)).toBe(true);
  expect(existsSync(join(path, 'PG_VERSION'))).toBe(true);
  expect(await ensureTemplate(cache, folder)).toBe(path);
});

test('the cache is where the system has them', () => {
  expect(defaultCacheDirectory({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'godwit'));
  expect(defaultCacheDirectory({})).toMatch(/godwit/);
});
