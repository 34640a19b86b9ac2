import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { attempt, newAttempt } from '../testing/attempts.ts';
import { historyOf } from '../testing/history-of.ts';
import { actor, downgrade, upgrade } from '../testing/migrate.ts';
import { UndoUnknown } from './attempt-errors.ts';
import { storeUndo } from './store-undo.ts';
import { undoStored } from './undo-stored.ts';

const HISTORY = historyOf([{ slug: 'books', body: 'create table books (id int primary key)' }]);

const settings = { placeholders: { ':NAME': 'title' }, pgSettings: {}, actor };

async function undo({ client, connect }: TestDatabase): Promise<boolean> {
  return await undoStored({ client, connect: () => connect(), settings });
}

test('takes back what is applied, once', () =>
  withDatabase(async (database) => {
    await upgrade(database, HISTORY);
    expect(await undo(database)).toBe(false);
    await attempt(database, { next: newAttempt('alter table books add title text', 'alter table books drop :NAME') });
    expect(await undo(database)).toBe(true);
    expect((await database.client.query('select * from books')).fields.map(({ name }) => name)).toEqual(['id']);
    expect(await undo(database)).toBe(false);
  }));

test('says what to do while the way back is not known, and uses it when it is', () =>
  withDatabase(async (database) => {
    await upgrade(database, HISTORY);
    const next = newAttempt('create table a ()', null);
    await attempt(database, { next });
    await expect(undo(database)).rejects.toThrow(UndoUnknown);
    const way = { source: 'difference', body: 'drop table a', transactional: true } as const;
    expect(await storeUndo(database.client, newAttempt('', null).id, way), 'of another text').toBe(false);
    expect(await storeUndo(database.client, next.id, way)).toBe(true);
    expect(await undo(database)).toBe(true);
  }));

test('an upgrade and a downgrade take it back first, and an upgrade that has nothing to do leaves it', () =>
  withDatabase(async (database) => {
    const longer = historyOf([{ slug: 'authors', body: 'create table authors ()', revert: 'drop table authors' }], HISTORY.revisions);
    await upgrade(database, HISTORY);
    const next = newAttempt('create table authors (id int)', 'drop table authors');
    await attempt(database, { next });
    await upgrade(database, HISTORY);
    expect(await readLedger(database.client)).toMatchObject({ attempt: { id: next.id } });
    const kinds: string[] = [];
    await upgrade(database, longer, 'head', { observer: ({ kind }) => kinds.push(kind) });
    expect(kinds[0]).toBe('takenBack');
    expect(await readLedger(database.client)).toMatchObject({ attempt: null, applied: { length: 2 } });
    await attempt(database, { next: newAttempt('create index ix on authors ((1))', 'drop index ix') });
    await downgrade(database, longer, '-1');
    expect(await readLedger(database.client)).toMatchObject({ attempt: null, applied: { length: 1 } });
  }));

test('an upgrade stops where the way back is not known, and changes nothing', () =>
  withDatabase(async (database) => {
    const longer = historyOf([{ slug: 'authors', body: 'create table authors ()' }], HISTORY.revisions);
    await upgrade(database, HISTORY);
    await attempt(database, { next: newAttempt('create table a ()', null) });
    await expect(upgrade(database, longer)).rejects.toThrow(UndoUnknown);
    expect(await readLedger(database.client)).toMatchObject({ attempt: { undoSource: null }, applied: { length: 1 } });
  }));

test("leaves graphile-migrate's text alone", () =>
  withDatabase(async (database) => {
    await upgrade(database, HISTORY);
    await database.client.query("insert into graphile_migrate.current (content) values ('select 1')");
    expect(await undo(database)).toBe(false);
    expect(await readLedger(database.client)).toMatchObject({ current: 'select 1' });
  }));

test('a database without a ledger has nothing to take back', () =>
  withDatabase(async (database) => expect(await undo(database)).toBe(false)));
