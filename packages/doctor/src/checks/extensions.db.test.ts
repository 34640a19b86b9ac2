import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { advice, patientOf, said, withPoorRole } from '../testing/patient-of.ts';
import { extensions } from './extensions.ts';

const needing = (...names: string[]) => ({
  needs: { extensions: new Map(names.map((name) => [name, '000001-first'])), schemas: new Set<string>() },
});

test('one is installed, one can be, one is not on the server', () =>
  withDatabase(async (database) => {
    await database.client.query('create extension pg_trgm');
    const findings = await extensions.look(patientOf(database, needing('pg_trgm', 'uuid-ossp', 'postgis')));
    expect(findings.map(({ state, summary }) => `${state}: ${summary.replace(/ [\d.]+/, ' N')}`)).toEqual([
      'fine: pg_trgm N is installed',
      'fine: uuid-ossp N is there to be created, by 000001-first',
      'problem: postgis is not on this server',
    ]);
    expect(findings.at(-1)?.because).toEqual(['000001-first creates it.']);
    expect(advice(findings)).toMatch(/postgis|DATABASE_URL/);
  }));

onRealServer(test)('each platform has its command for one that is missing', () =>
  withDatabase(async (database) => {
    const printed = advice(await extensions.look(patientOf(database, needing('postgis'))));
    for (const platform of ['Debian', 'Homebrew', 'Docker', 'RDS', 'Cloud SQL', 'Supabase', 'Neon', 'Azure'])
      expect(printed).toContain(platform);
  }),
);

onRealServer(test)('a trusted one may be created by whoever may create schemas, another one by superusers', () =>
  withDatabase(async (database) => {
    await withPoorRole(database, async ({ role, client }) => {
      const settings = { ...database.settings, user: role };
      const patient = patientOf({ ...database, client, settings }, needing('pg_trgm', 'pageinspect'));
      expect(await said(extensions, patient)).toEqual([
        `problem: ${role} may not create pg_trgm`,
        `problem: ${role} may not create pageinspect`,
      ]);
      await database.client.query(`grant create on database "${settings.database}" to "${role}"`);
      const [trusted, other] = await extensions.look(patient);
      expect(trusted?.state).toBe('fine');
      expect(other).toMatchObject({ state: 'problem', repair: expect.arrayContaining([expect.stringMatching(/rds_superuser/)]) });
    });
  }),
);

test('a history without any has nothing to ask', () =>
  withDatabase(async (database) => {
    expect(await said(extensions, patientOf(database))).toEqual(['fine: the revisions create no extension']);
  }));
