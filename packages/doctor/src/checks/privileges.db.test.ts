import { quoteIdentifier } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { advice, patientOf, said, withPoorRole } from '../testing/patient-of.ts';
import { privileges } from './privileges.ts';

const needs = { extensions: new Map([['pg_trgm', '000001-x']]), schemas: new Set(['shelf']) };

onRealServer(test)('the grants that are printed, executed, leave nothing to say', () =>
  withDatabase(async (database) => {
    await withPoorRole(database, async ({ role, client }) => {
      const settings = { ...database.settings, user: role };
      await database.client.query('create schema shelf; create table shelf.books (); create view shelf.best as select 1 as one');
      const patient = patientOf({ ...database, client, settings }, { needs });
      const findings = await privileges.look(patient);
      const owner = database.settings.user;
      expect(findings.map(({ state, summary }) => `${state}: ${summary}`)).toEqual([
        `problem: ${role} may not create schemas in ${settings.database}`,
        `problem: ${role} has no create on the schema public`,
        `problem: ${role} has no usage and create on the schema shelf`,
        `problem: shelf.best and 1 more belong to ${owner}`,
      ]);
      const printed = advice(findings);
      for (const grant of printed
        .split('\n')
        .filter((line) => line.startsWith('grant ') && !line.startsWith(`grant ${quoteIdentifier(owner)} `)))
        await database.client.query(grant);
      await database.client.query(`reassign owned by ${quoteIdentifier(role)} to ${quoteIdentifier(owner)}`);
      await database.client.query(
        `alter table shelf.books owner to ${quoteIdentifier(role)}; alter view shelf.best owner to ${quoteIdentifier(role)}`,
      );
      expect(await said(privileges, patient)).toEqual([`fine: ${role} may do what the revisions do`]);
    });
  }),
);

onRealServer(test)('before there is a database, whether the role may create it', () =>
  withDatabase(async (database) => {
    await withPoorRole(database, async ({ role, client }) => {
      const settings = { ...database.settings, database: 'not_yet', user: role };
      const findings = await privileges.look(patientOf({ ...database, client, settings }, { exists: false }));
      expect(findings).toMatchObject([{ state: 'problem', summary: `${role} may not create the database not_yet` }]);
      expect(advice(findings)).toBe(`create database "not_yet" owner "${role}";   -- as a superuser`);
    });
  }),
);

test('a superuser may do everything', () =>
  withDatabase(async (database) => {
    expect(await said(privileges, patientOf(database, { needs }))).toEqual([`fine: ${database.settings.user} is a superuser`]);
  }));
