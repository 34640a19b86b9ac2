import { quoteLiteral } from '@godwit/postgres';
import * as v from 'valibot';
import { ask } from '../ask.ts';
import { type Finding, fine, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const row = v.object({
  name: v.string(),
  kind: v.string(),
  active: v.boolean(),
  status: v.nullable(v.string()),
  held: v.nullable(v.string()),
  bytes: v.nullable(v.bigint()),
});

/** A rewrite of a large table adds its size to that. */
const MUCH_BYTES = 1024n ** 3n;

export const slots: Check = {
  name: 'slots',
  of: 'own server',
  look: async (patient) => {
    const found = await ask(patient, 'slots', row);
    const findings = found.flatMap(({ name, kind, active, status, held, bytes }): Finding[] => {
      const drop = [`select pg_drop_replication_slot(${quoteLiteral(name)});   -- when nobody reads from it any more`];
      if (status === 'lost') return [warning(`the ${kind} slot ${name} is lost`, ['Its reader has to begin anew.'], drop)];
      if (active && (bytes ?? 0n) < MUCH_BYTES) return [];
      const who = active ? 'is read, slowly' : 'is read by nobody';
      return [
        warning(
          `the ${kind} slot ${name} ${who} and holds ${held ?? 'the log'}`,
          ['All that a migration and a backfill write stays on the disk until it is read; a disk that is full stops the server.'],
          active ? [] : drop,
        ),
      ];
    });
    if (findings.length > 0) return findings;
    return [fine(found.length === 0 ? 'no replication slot holds the log' : `${found.length} replication slots are read`)];
  },
};
