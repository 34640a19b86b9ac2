import { quoteIdentifier } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { fine, problem } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({
  most: v.number(),
  used: v.number(),
  role_limit: v.number(),
  role_used: v.number(),
  database_limit: v.number(),
  database_used: v.number(),
});

/** A step, who watches its locks, and one to spare. */
const WANTED = 3;

export const connections: Check = {
  name: 'connections',
  of: 'own server',
  look: async (patient) => {
    const [found] = await ask(patient, 'connections', row, [patient.settings.database]);
    if (found === undefined) return [];
    const { user, database } = patient.settings;
    // This one is among those that are counted.
    const free = (limit: number, used: number) => (limit < 0 ? Number.POSITIVE_INFINITY : limit - used + 1);
    const places = [
      { of: 'the server', free: free(found.most, found.used), more: 'alter system set max_connections = …;   -- and restart it' },
      {
        of: `the role ${user}`,
        free: free(found.role_limit, found.role_used),
        more: `alter role ${quoteIdentifier(user)} connection limit …;`,
      },
      {
        of: `the database ${database}`,
        free: free(found.database_limit, found.database_used),
        more: `alter database ${quoteIdentifier(database)} connection limit …;`,
      },
    ];
    const scarce = places.filter((place) => place.free < WANTED);
    if (scarce.length === 0) return [fine(`${found.used} of ${found.most} connections are in use`)];
    return scarce.map(({ of, free: left, more }) =>
      problem(
        `${of} has ${left} of the ${WANTED} connections that a migration wants`,
        ['One runs the step, one watches who is in the way of its locks, one is for cancelling.'],
        [
          'select usename, application_name, state, count(*) from pg_stat_activity group by 1, 2, 3 order by 4 desc;   -- who has them',
          more,
        ],
      ),
    );
  },
};
