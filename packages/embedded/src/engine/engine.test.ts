import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultCacheDirectory, ensureTemplate, TEMPLATE_DATABASE } from '../storage/template.ts';
import { Engine, EngineFailure } from './engine.ts';
import { internalQuery, internalScript } from './internal-query.ts';
import { compilePostgres } from './pglite-distribution.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'godwit-engine-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A new data directory unless it says otherwise. */
async function openEngine(name: string, { isNew = true, database = TEMPLATE_DATABASE } = {}): Promise<Engine> {
  const copyFrom = isNew ? { copyFrom: await ensureTemplate(defaultCacheDirectory(), folder) } : {};
  const wasm = await compilePostgres();
  return await Engine.open({ kind: 'serve', directory: join(folder, name), database, wasm, ...copyFrom }, () => null);
}

const tables = (engine: Engine) => internalQuery(engine, 'select relname from pg_class where relkind = $1 and relnamespace = 2200', ['r']);

test('the thread of a database that was closed has the next one, and nothing of the first', async () => {
  const first = await openEngine('first');
  await internalScript(first, "create table mine (id int); set work_mem = '77MB'");
  const { threadId } = first;
  await first.close();
  const second = await openEngine('second');
  expect(second.threadId).toBe(threadId);
  expect(await tables(second)).toEqual([]);
  expect(await internalQuery(second, 'show work_mem')).toEqual([['4MB']]);
  await second.close();
  const again = await openEngine('first', { isNew: false });
  expect(again.threadId).toBe(threadId);
  expect(await tables(again)).toEqual([['mine']]);
  await again.close();
});

test('whoever was closed cannot disturb who has its thread now', async () => {
  const first = await openEngine('first');
  await first.close();
  const second = await openEngine('second');
  await expect(internalQuery(first, 'select 1')).rejects.toThrow(EngineFailure);
  await first.kill();
  await expect(first.close()).rejects.toThrow(EngineFailure);
  expect(await internalQuery(second, 'select 1')).toEqual([['1']]);
  await second.close();
});

test('a thread whose database ended in another way is not used again', async () => {
  const first = await openEngine('first');
  const { threadId } = first;
  await first.kill();
  await expect(openEngine('nowhere', { database: 'nobody' })).rejects.toThrow(EngineFailure);
  const second = await openEngine('second');
  expect(second.threadId).not.toBe(threadId);
  expect(await internalQuery(second, 'select 1')).toEqual([['1']]);
  await second.close();
});
