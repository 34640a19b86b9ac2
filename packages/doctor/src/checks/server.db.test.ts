import { once } from 'node:events';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { advice, patientOf, said, withPoorRole } from '../testing/patient-of.ts';
import { activity, openLongerThan } from './activity.ts';
import { clock } from './clock.ts';
import { connections } from './connections.ts';
import { encoding } from './encoding.ts';
import { pooler } from './pooler.ts';
import { replicas } from './replicas.ts';
import { slots } from './slots.ts';
import { version } from './version.ts';

test('clocks that are an hour apart are told, by which way', () =>
  withDatabase(async (database) => {
    expect(await said(clock, patientOf(database))).toEqual(["fine: the server's clock agrees with this machine's"]);
    const late = patientOf(database, { now: () => new Date(Date.now() - 3_600_000) });
    expect(await said(clock, late)).toEqual([
      expect.stringMatching(/^warning: the server's clock is 3[56]\d\d s ahead of this machine's$/),
    ]);
  }));

test('the server is one that Godwit is made for, in UTF-8', () =>
  withDatabase(async (database) => {
    expect(await said(version, patientOf(database))).toEqual([expect.stringMatching(/^fine: PostgreSQL 1[5-8]\.\d+/)]);
    expect(await said(encoding, patientOf(database))).toEqual([expect.stringMatching(/^fine: UTF8/)]);
  }));

onRealServer(test)('another encoding has to be repaired, and can be connected to for it', () =>
  withDatabase({ createOptions: "encoding 'LATIN1' locale 'C' template template0" }, async (database) => {
    expect(await said(encoding, patientOf(database))).toEqual([
      `problem: ${database.settings.database} is encoded in LATIN1, and Godwit works in UTF-8 alone`,
    ]);
  }),
);

onRealServer(test)('nothing stands between, nothing streams, nothing holds the log', () =>
  withDatabase(async (database) => {
    for (const check of [pooler, replicas, slots])
      expect((await check.look(patientOf(database))).map(({ state }) => state)).not.toContain('problem');
  }),
);

onRealServer(test)('a role whose connections are counted is told when there are too few', () =>
  withDatabase(async (database) => {
    await withPoorRole(database, async ({ role, client }) => {
      const patient = patientOf({ ...database, client, settings: { ...database.settings, user: role } });
      expect(await said(connections, patient)).toEqual([expect.stringMatching(/^fine: /)]);
      await database.client.query(`alter role "${role}" connection limit 2`);
      const findings = await connections.look(patient);
      expect(findings).toMatchObject([{ state: 'problem', summary: `the role ${role} has 2 of the 3 connections that a migration wants` }]);
      expect(advice(findings)).toContain(`alter role "${role}" connection limit`);
    });
  }),
);

onRealServer(test)('a transaction that nobody ends is named, with the statement that does', () =>
  withDatabase(async (database) => {
    const forgotten = await database.connect({ applicationName: 'forgotten' });
    const ended = once(forgotten, 'error');
    await forgotten.query('begin');
    const mine = async () =>
      (await openLongerThan('0 seconds').look(patientOf(database))).filter(({ summary }) => summary.includes('(forgotten)'));
    const [found] = await mine();
    expect(found).toMatchObject({ state: 'warning', summary: expect.stringMatching(/is open since 00:00:\d\d, idle in transaction$/) });
    await database.client.query(found?.repair[0] ?? '');
    await ended;
    expect(await mine()).toEqual([]);
    await withPoorRole(database, async ({ client }) => {
      const settings = { ...database.settings, user: 'poor' };
      const hidden = await activity.look(patientOf({ ...database, client, settings }));
      expect(hidden.filter(({ state }) => state === 'warning' || state === 'problem')).toEqual([]);
    });
  }),
);
