import { quoteQualified } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { fine, problem, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({
  schema: v.string(),
  name: v.string(),
  table: v.string(),
  unique: v.boolean(),
  leftover: v.boolean(),
  building: v.boolean(),
});

export const indexes: Check = {
  name: 'indexes',
  of: 'database',
  look: async (patient) => {
    const found = await ask(patient, 'invalid-indexes', row);
    if (found.length === 0) return [fine('all indexes are valid')];
    return found.map(({ schema, name, table, unique, leftover, building }) => {
      const index = quoteQualified(schema, name);
      if (building) return warning(`the index ${schema}.${name} is being built`, ['It is INVALID until that is done.']);
      return problem(
        `the index ${schema}.${name} of ${table} is INVALID`,
        [`Nobody reads it and every write pays for it${unique ? '; it guards no uniqueness of the rows that were there before' : ''}.`],
        [leftover ? `drop index concurrently ${index};` : `reindex index concurrently ${index};`],
      );
    });
  },
};
