import * as v from 'valibot';
import { ask } from '../ask.ts';
import { fine, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({ schema: v.string(), name: v.string(), used: v.number(), live: v.number() });

/** Of 1,600, of which a dropped column keeps its own: https://www.postgresql.org/docs/current/limits.html */
const WORN = 1_200;

export const columnNumbers: Check = {
  name: 'columns',
  of: 'database',
  look: async (patient) => {
    const found = await ask(patient, 'worn-tables', row, [WORN]);
    if (found.length === 0) return [fine(`no table has used up ${WORN.toLocaleString('en')} of its 1,600 column numbers`)];
    return found.map(({ schema, name, used, live }) =>
      warning(
        `${schema}.${name} has used ${used.toLocaleString('en')} of 1,600 column numbers, for ${live} columns`,
        ['Dropped columns keep theirs; at 1,600 no column can be added. Watching with add and drop of a column uses them up.'],
        ['make a new table of the same columns, move the rows with a backfill and swap the names'],
      ),
    );
  },
};
