import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { dropDatabase, listDatabases, quoteIdentifier, templatePrefix } from '@godwit/postgres';
import { withDatabase } from '@godwit/testing';
import { DatabaseSource } from '../../../../packages/testing/src/database/database-source.ts';
import type { Bench } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';

const MIGRATIONS = resolve(import.meta.dirname, '../../../../migrations');

/** What a test may wait for its database on the machine that it is measured on. */
const LIMIT_MS = 100;

/** How long the tests take that the databases are for. */
const TEST_MS = 150;
const TESTS = 8;

/** Databases of the five systems, one after the other, as the tests of a file have them. */
export const testDatabase: Bench = {
  name: 'test-database',
  about: 'what a test waits for its migrated database',
  run: ({ server, rounds, onProgress }) =>
    server.withDatabase(async ({ url, connect }) => {
      process.env.GODWIT_TEST_DATABASE_URL = url;
      const source = new DatabaseSource({ migrations: MIGRATIONS });
      // As the tests of a file come one after the other; the next database is made while one of them runs.
      const taken = async () => {
        let waited = 0;
        for (let test = 0; test < TESTS; test++) {
          const start = performance.now();
          const { giveBack } = await source.take();
          waited += performance.now() - start;
          await setTimeout(TEST_MS);
          await giveBack();
        }
        return waited / TESTS;
      };
      const whole = () => timed(() => withDatabase({ migrations: MIGRATIONS }, async () => undefined));
      const admin = await connect();
      const prefix = templatePrefix({ prefix: `${admin.database}_test` });
      const copied = (strategy: string) => ({
        name: `a copy by ${strategy}`,
        sample: async () => {
          const [template = ''] = await listDatabases(admin, prefix);
          return await timed(async () => {
            await admin.query(
              `create database ${quoteIdentifier(`${template}_c`)} template ${quoteIdentifier(template)} strategy ${strategy}`,
            );
            await admin.query(`drop database ${quoteIdentifier(`${template}_c`)}`);
          });
        },
      });
      try {
        await source.prepare();
        return [
          await compare({
            about: `${TESTS} tests of ${TEST_MS} ms, one after the other, the mean; the limit is a figure; withDatabase drops it too; a copy is CREATE and DROP DATABASE alone`,
            unit: 'ms',
            subject: { name: 'until a test begins', sample: taken },
            others: [
              { name: `limit: ${LIMIT_MS} ms`, sample: async () => LIMIT_MS, target: atMost(1) },
              { name: 'withDatabase', sample: whole },
              copied('file_copy'),
              copied('wal_log'),
            ],
            rounds: rounds(11),
            warmups: 1,
            onProgress,
          }),
        ];
      } finally {
        await source.close();
        for (const name of await listDatabases(admin, prefix)) await dropDatabase(admin, name);
        await admin.end();
      }
    }),
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
