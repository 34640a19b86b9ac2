import { connect, withClient } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { hasPgBouncer, withPgBouncer } from '../../postgres/test/pgbouncer.ts';
import { hasPrograms, withStandby } from '../../postgres/test/standby.ts';
import { examine } from './examine.ts';
import { NO_NEEDS } from './history-needs.ts';
import { patientOf } from './testing/patient-of.ts';

const SET_BY_THE_SESSION = "select name, setting from pg_settings where source = 'session' and name ~ 'read_only|timeout' order by name";

describe.skipIf(!hasPgBouncer)('behind PgBouncer', () => {
  onRealServer(test)('the application was left with read-only sessions and a timeout', () =>
    withDatabase((database) =>
      withPgBouncer(database.settings, { mode: 'transaction', size: 1 }, async (settings) => {
        const results = await withClient(settings, (client) =>
          examine({ patient: patientOf({ ...database, settings, client, connect: () => connect(settings) }) }),
        );
        expect(results.flatMap(({ check, findings }) => (findings.some(({ state }) => state === 'problem') ? [check] : []))).toEqual([
          'pooler',
        ]);
        await withClient(settings, async (client) => expect((await client.query(SET_BY_THE_SESSION)).rows).toEqual([]));
      }),
    ),
  );

  onRealServer(test)('one connection for each session is told, and all else is asked on it', () =>
    withDatabase((database) =>
      withPgBouncer(database.settings, { mode: 'session', size: 1 }, async (settings) => {
        const again = () => connect({ ...settings, connectTimeoutMs: 200 }, { beside: true });
        const results = await withClient(settings, (client) =>
          examine({ patient: patientOf({ ...database, settings, client, connect: again }) }),
        );
        const problems = results.filter(({ findings }) => findings.some(({ state }) => state === 'problem'));
        expect(problems).toMatchObject([
          { check: 'pooler', findings: [{ summary: expect.stringContaining('is a connection pooler, and has no') }] },
        ]);
      }),
    ),
  );
});

describe.skipIf(!hasPrograms)('a streaming standby', () => {
  test('is told from its primary, which it names, and all else is asked', { timeout: 60_000 }, () =>
    withStandby(async ({ primary, standby }) => {
      const look = (settings: typeof primary) =>
        withClient(settings, (client) =>
          examine({
            patient: {
              client,
              connect: () => connect(settings),
              settings,
              exists: true,
              embedded: false,
              needs: NO_NEEDS,
              production: false,
              now: () => new Date(),
            },
          }),
        );
      const bad = (await look(standby)).flatMap(({ findings }) => findings.filter(({ state }) => state !== 'fine'));
      expect(bad).toEqual([
        {
          state: 'problem',
          summary: 'this server is a standby, and takes no writes',
          because: [expect.stringContaining('GW205')],
          repair: [`name the primary in DATABASE_URL: this one follows 127.0.0.1:${primary.port}`],
        },
      ]);
      const replicas = (await look(primary)).find(({ check }) => check === 'replicas');
      expect(replicas?.findings.map(({ summary }) => summary)).toEqual(['the replica is close behind']);
    }),
  );
});
