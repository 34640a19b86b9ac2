import { quoteIdentifier } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { type Finding, fine, problem, unknown, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({
  standby: v.boolean(),
  primary_server: v.nullable(v.string()),
  name: v.nullable(v.string()),
  state: v.nullable(v.string()),
  lag_ms: v.nullable(v.number()),
  hidden: v.boolean(),
});

/** What it has to replay meanwhile is what readers there do not see. */
const LAG_MS = 10_000;

export const replicas: Check = {
  name: 'replicas',
  of: 'own server',
  look: async (patient) => {
    const found = await ask(patient, 'replicas', row);
    const [one] = found;
    if (one?.standby)
      return [
        problem(
          'this server is a standby, and takes no writes',
          ['status, verify, drift and doctor do without; upgrade, downgrade and backfills refuse it (GW205).'],
          [
            one.primary_server === null
              ? 'name the primary in DATABASE_URL: it is in primary_conninfo, or in the console'
              : `name the primary in DATABASE_URL: this one follows ${one.primary_server}`,
          ],
        ),
      ];
    const attached = found.filter(({ name }) => name !== null);
    if (attached.length === 0) return [fine('a primary without replicas')];
    const findings = attached.flatMap(({ name, state, lag_ms: lag, hidden }): Finding[] => {
      if (hidden)
        return [
          unknown(`how far ${name} is behind is hidden from this role`, [
            `grant pg_read_all_stats to ${quoteIdentifier(patient.settings.user)};   -- as a superuser`,
          ]),
        ];
      if (state !== 'streaming')
        return [
          warning(`the replica ${name} is in the state ${state}`, ['What a migration writes waits on this server until it has taken it.']),
        ];
      if ((lag ?? 0) < LAG_MS) return [];
      return [
        warning(`the replica ${name} is ${Math.round((lag ?? 0) / 1000)} s behind`, [
          'A migration adds to that; readers there see the old schema for as long.',
        ]),
      ];
    });
    return findings.length > 0
      ? findings
      : [fine(`${attached.length === 1 ? 'the replica is' : `${attached.length} replicas are`} close behind`)];
  },
};
