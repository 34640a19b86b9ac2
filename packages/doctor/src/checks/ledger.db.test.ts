import { ensureLedger, protect } from '@godwit/migrator';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { patientOf, said } from '../testing/patient-of.ts';
import { ledger } from './ledger.ts';

test('a database that Godwit has never seen is fine', () =>
  withDatabase(async (database) => {
    expect(await said(ledger, patientOf(database))).toEqual(['fine: Godwit has never been here: the first upgrade makes its ledger']);
    expect((await database.client.query("select to_regnamespace('godwit') as schema")).rows).toEqual([{ schema: null }]);
  }));

test('the mark of production is told, and so is one that is missing', () =>
  withDatabase(async (database) => {
    await ensureLedger(database.client);
    const patient = patientOf(database, { production: true });
    expect(await said(ledger, patient)).toEqual([
      expect.stringMatching(/^fine: version \d\.\d; 0 revisions applied$/),
      'warning: ENVIRONMENT says production here, and the database does not know',
    ]);
    await protect(database.client);
    expect(await said(ledger, patient)).toEqual([
      expect.stringMatching(/^fine: version \d\.\d; 0 revisions applied, marked as production$/),
    ]);
  }));

test('a step that never said how it ended has to be repaired', () =>
  withDatabase(async (database) => {
    await ensureLedger(database.client);
    await database.client.query(`insert into godwit.journal (hash, name, direction, statement, backend_pid, backend_start)
      values ('sha1:x', '000004-add-index', 'up', 'create index concurrently i on t (a)', 0, now())`);
    const found = await ledger.look(patientOf(database));
    expect(found.at(1)).toMatchObject({ state: 'problem', repair: expect.arrayContaining([expect.stringMatching(/godwit repair/)]) });
  }));
