import { fork } from 'node:child_process';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../ledger/read-ledger.ts';
import { killAt } from '../testing/kill-at.ts';
import { mergedHistory } from '../testing/merged-history.ts';
import { freshPicture, pictureOf } from '../testing/merged-picture.ts';
import { upgrade } from '../testing/migrate.ts';

const { mine, merged } = mergedHistory;

onRealServer(describe)('SIGKILL of an upgrade that puts revisions in', () => {
  test('at any moment: the next upgrade ends where a new database does', { timeout: 300_000 }, async () => {
    const right = await freshPicture(merged);
    const lengths = new Set<number>();
    for (let message = 1, inTime = true; inTime; message++) {
      await withDatabase(async (database) => {
        await upgrade(database, mine);
        const child = fork(new URL('../testing/upgrade-process.ts', import.meta.url), [database.url, 'merged'], {
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        });
        inTime = await killAt(child, { message, sent: message % 2 === 0 });
        lengths.add((await readLedger(database.client)).applied.length);
        await upgrade(database, merged);
        expect(await pictureOf(database), `message ${message}`).toEqual(right);
      });
    }
    expect([...lengths].toSorted()).toEqual([3, 4, 5, 6]);
  });
});
