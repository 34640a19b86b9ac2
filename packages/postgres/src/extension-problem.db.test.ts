import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { extensionProblem } from './extension-problem.ts';
import { quoteIdentifier } from './quote.ts';
import { onRealServer } from './testing/on-real-server.ts';
import { withDatabase } from './testing/with-database.ts';
import { withClient } from './with-client.ts';

const MISSING = 'create extension if not exists "no-such-extension"';

test("the server's own error for an extension that it does not have", async () => {
  await withDatabase(async ({ client }) => {
    const error: unknown = await client.query(MISSING).catch((reason: unknown) => reason);
    expect(extensionProblem(error, MISSING)).toEqual({ extension: 'no-such-extension', reason: 'missing' });
  });
});

onRealServer(test)("the server's own error for an extension that the role may not create", async () => {
  await withDatabase(async ({ client, settings }) => {
    const role = `godwit_test_${randomBytes(6).toString('hex')}`;
    const create = 'create extension file_fdw';
    await client.query(`create role ${quoteIdentifier(role)} login`);
    try {
      await withClient({ ...settings, user: role }, async (other) => {
        const error: unknown = await other.query(create).catch((reason: unknown) => reason);
        expect(extensionProblem(error, create)).toEqual({ extension: 'file_fdw', reason: 'not permitted' });
      });
    } finally {
      await client.query(`drop role ${quoteIdentifier(role)}`);
    }
  });
});
