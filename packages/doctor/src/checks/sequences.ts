import { quoteIdentifier, quoteQualified } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { fine, problem, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({
  schema: v.string(),
  name: v.string(),
  owner: v.nullable(v.object({ schema: v.string(), table: v.string(), column: v.string(), type: v.string() })),
  last: v.bigint(),
  limit: v.bigint(),
});

/** In hundredths of what there is: time for a migration, and hardly any left. */
const NEAR = 70n;
const LATE = 90n;

export const sequences: Check = {
  name: 'sequences',
  of: 'database',
  look: async (patient) => {
    const found = await ask(patient, 'sequences', row);
    const near = found.filter(({ last, limit }) => last * 100n >= limit * NEAR);
    if (near.length === 0) return [fine('no sequence is near its end')];
    return near.map(({ schema, name, owner, last, limit }) => {
      const said = last * 100n >= limit * LATE ? problem : warning;
      const ends = owner === null ? 'Then nextval fails.' : `Then no row can be added to ${owner.schema}.${owner.table}.`;
      const wider =
        owner === null
          ? `alter sequence ${quoteQualified(schema, name)} as bigint no maxvalue;`
          : `alter table ${quoteQualified(owner.schema, owner.table)} alter column ${quoteIdentifier(owner.column)} type bigint;   -- writes the table anew under a lock; without one: a new column, a backfill, a swap`;
      return said(`${schema}.${name} has used ${(last * 100n) / limit} % of ${limit.toLocaleString('en')}`, [ends], [wider]);
    });
  },
};
