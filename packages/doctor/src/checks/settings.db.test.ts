import { connect, quoteIdentifier } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { patientOf, said } from '../testing/patient-of.ts';
import { settings } from './settings.ts';

onRealServer(test)('what sessions begin with counts, not what this one has set', () =>
  withDatabase(async (database) => {
    const name = quoteIdentifier(database.settings.database);
    for (const [setting, value] of [
      ['default_transaction_read_only', 'on'],
      ['statement_timeout', "'30s'"],
      ['idle_session_timeout', "'1min'"],
      ['synchronous_commit', 'on'],
      ['timezone', "'Europe/Berlin'"],
    ])
      await database.client.query(`alter database ${name} set ${setting} = ${value}`);
    const client = await connect(database.settings);
    try {
      await client.query('set statement_timeout to 0');
      const found = (await said(settings, patientOf({ ...database, client }))).filter((line) => line.endsWith('for this role'));
      expect(found.toSorted()).toEqual([
        'warning: TimeZone is Europe/Berlin for this role',
        'warning: default_transaction_read_only is on for this role',
        'warning: idle_session_timeout is 60000 ms for this role',
        'warning: statement_timeout is 30000 ms for this role',
      ]);
    } finally {
      await client.end();
    }
  }),
);

test('the repair of each is a statement for this role', () =>
  withDatabase(async (database) => {
    for (const { state, repair, because } of await settings.look(patientOf(database))) {
      if (state === 'fine') continue;
      expect(because).not.toEqual([]);
      for (const line of repair) expect(line).toMatch(/^alter (role|system) /);
    }
  }));
