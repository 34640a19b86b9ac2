import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { type Finding, fine, unknown, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({
  pid: v.number(),
  role: v.nullable(v.string()),
  application: v.nullable(v.string()),
  state: v.nullable(v.string()),
  age: v.string(),
  prepared: v.nullable(v.string()),
  hidden: v.boolean(),
});

/** What a step would wait for longer than its patience. */
export const activity: Check = openLongerThan('5 minutes');

/** Transactions that are open for longer than an interval of PostgreSQL's. */
export function openLongerThan(interval: string): Check {
  return {
    name: 'activity',
    of: 'own server',
    look: async (patient) => {
      const found = await ask(patient, 'long-transactions', row, [interval]);
      const seen = found.filter(({ hidden }) => !hidden);
      if (seen.length > 0) return seen.map(describe);
      if (found.length === 0) return [fine(`no transaction is open for longer than ${interval}`)];
      const who = found.length === 1 ? 'another session does' : `${found.length} other sessions do`;
      const grant = `grant pg_read_all_stats to ${quoteIdentifier(patient.settings.user)};   -- as a superuser, to see it`;
      return [unknown(`what ${who} is hidden from this role`, [grant])];
    },
  };
}

function describe({ pid, role, application, state, age, prepared }: v.InferOutput<typeof row>): Finding {
  const who = `${role ?? 'the server'}${application ? ` (${application})` : ''}`;
  return warning(
    prepared === null
      ? `a transaction of ${who} is open since ${age}, ${state ?? 'active'}`
      : `the prepared transaction ${prepared} is open since ${age}`,
    ['What it has touched cannot be altered, CREATE INDEX CONCURRENTLY waits for it, and dead rows stay.'],
    [
      prepared === null
        ? `select pg_terminate_backend(${pid});   -- when nobody needs it any more`
        : `rollback prepared ${quoteLiteral(prepared)};   -- when nobody will commit it`,
    ],
  );
}
